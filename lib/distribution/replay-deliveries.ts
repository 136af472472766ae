import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { decide } from "#lib/platform/decide";
import type { NamedEndpoint } from "./endpoint-schema.ts";
import { loadEndpoint } from "./load-endpoint.ts";
import { wakeSender } from "./queue.ts";

export type ReplayOutcome =
  | { ok: true; count: number }
  | { ok: false; reason: "NOT_GIVEN_UP" | "ENDPOINT_ENDED" };

/** Has everything sent again, as often as at first, that was given up for an endpoint and still holds: the same ids, the same bytes. */
export async function replayDeliveries(actor: Actor, { endpointId }: NamedEndpoint): Promise<ReplayOutcome> {
  const { endpoint, by } = await loadEndpoint(actor, endpointId);
  if (endpoint.disabledAt) return { ok: false, reason: "ENDPOINT_ENDED" };
  const outcome = await decide<ReplayOutcome>({ lost: "NOT_GIVEN_UP" }, async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE deliveries SET failed_at = NULL, failure = NULL, attempts = 0, due_at = ${now()}
      FROM debunk_versions version JOIN debunks ON debunks.id = version.debunk_id
      WHERE endpoint_id = ${endpoint.id}::uuid AND failure = 'tries' AND version.id = debunk_version_id
        AND version.number = current_version`;
    if (count === 0) return { ok: false, reason: "NOT_GIVEN_UP" };
    await tx.digest.updateMany({
      where: { endpointId: endpoint.id, failure: "tries" },
      data: { failedAt: null, failure: null, attempts: 0, dueAt: now() },
    });
    if (endpoint.host) await tx.failingHost.deleteMany({ where: { host: endpoint.host } });
    await recordEvent(tx, {
      type: "delivery.replayed",
      actor: by,
      subjectId: endpoint.id,
      data: { member: endpoint.memberId, deliveries: count },
    });
    return { ok: true, count };
  });
  if (outcome.ok) await wakeSender();
  return outcome;
}
