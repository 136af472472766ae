import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import type { EndpointOutcome } from "./change-webhook.ts";
import type { NamedEndpoint } from "./endpoint-schema.ts";
import { loadWebhook } from "./load-endpoint.ts";
import { endDeliveries } from "./note-attempt.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

/** Takes a webhook away: nothing more is sent there, and its secrets are forgotten. What was sent stays on record. */
export async function removeEndpoint(actor: Actor, { endpointId }: NamedEndpoint): Promise<EndpointOutcome> {
  const { endpoint, by } = await loadWebhook(actor, endpointId);
  return db.$transaction(async (tx): Promise<EndpointOutcome> => {
    const { count } = await tx.endpoint.updateMany({
      where: { id: endpoint.id, OR: [{ disabledAt: null }, { disabledBecause: "gone" }] },
      data: {
        disabledAt: now(),
        disabledBecause: "removed",
        // Nobody was ever shown this one.
        secret: makeWebhookSecret(endpoint.id).sealed,
        formerSecret: null,
        formerUntil: null,
      },
    });
    if (count === 0) return { ok: false, reason: "ENDPOINT_ENDED" };
    await endDeliveries(tx, endpoint.id);
    await recordEvent(tx, {
      type: "endpoint.removed",
      actor: by,
      subjectId: endpoint.id,
      data: { member: endpoint.memberId },
    });
    return { ok: true };
  });
}
