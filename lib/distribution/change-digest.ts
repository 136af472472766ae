import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { assertWishes } from "./assert-wishes.ts";
import type { EndpointOutcome } from "./change-webhook.ts";
import { nextHour } from "./due.ts";
import type { ChangeDigest } from "./endpoint-schema.ts";
import { loadDigest } from "./load-endpoint.ts";

/** Changes when a digest is sent, in which language and with what; its address stays, for that was confirmed. */
export async function changeDigest(actor: Actor, input: ChangeDigest): Promise<EndpointOutcome> {
  const { endpointId, ...changes } = input;
  const { endpoint, by } = await loadDigest(actor, endpointId);
  await assertWishes(changes);
  return db.$transaction(async (tx): Promise<EndpointOutcome> => {
    const { count } = await tx.endpoint.updateMany({
      where: { id: endpoint.id, disabledAt: null },
      data: changes,
    });
    if (count === 0) return { ok: false, reason: "ENDPOINT_ENDED" };
    const at = now();
    // What waits for the former hour waits for the new one.
    await tx.delivery.updateMany({
      where: { endpointId: endpoint.id, digestId: null, sentAt: null, failedAt: null, dueAt: { gt: at } },
      data: { dueAt: nextHour(changes.hour, at) },
    });
    const data = { member: endpoint.memberId };
    await recordEvent(tx, { type: "endpoint.changed", actor: by, subjectId: endpoint.id, data });
    return { ok: true };
  });
}
