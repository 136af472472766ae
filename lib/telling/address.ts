import { createHmac } from "node:crypto";
import { deriveKey } from "#lib/platform/secrets";

/** What an e-mail address or a push endpoint is known by without being readable. */
export const hashAddress = (address: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHmac("sha256", deriveKey("address")).update(address).digest());

/** The purposes of the signed ids in letters. */
export const CONFIRM = "confirm-follower";
export const UNSUBSCRIBE = "unsubscribe";
