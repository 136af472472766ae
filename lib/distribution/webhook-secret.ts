import { randomBytes } from "node:crypto";
import { seal, unseal } from "#lib/platform/sealed-box";

const PURPOSE = "webhook";
const BYTES = 32;

/** A secret as Standard Webhooks writes it, made at random, and sealed for the endpoint that it belongs to. */
export function makeWebhookSecret(endpointId: string) {
  const secret = `whsec_${randomBytes(BYTES).toString("base64")}`;
  return { secret, sealed: Uint8Array.from(seal(PURPOSE, endpointId, secret)) };
}

/** The secret that was sealed for an endpoint. */
export const openWebhookSecret = (endpointId: string, sealed: Uint8Array): string =>
  unseal(PURPOSE, endpointId, sealed);
