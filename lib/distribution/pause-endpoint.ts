import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import type { EndpointOutcome } from "./change-webhook.ts";
import type { PauseEndpoint } from "./endpoint-schema.ts";
import { loadEndpoint } from "./load-endpoint.ts";
import { wakeSender } from "./queue.ts";

/** Keeps what is published for an endpoint until it goes on, or lets it go on. Done twice it is done once. */
export async function pauseEndpoint(
  actor: Actor,
  { endpointId, to }: PauseEndpoint,
): Promise<EndpointOutcome> {
  const { endpoint, by } = await loadEndpoint(actor, endpointId);
  if (endpoint.disabledAt) return { ok: false, reason: "ENDPOINT_ENDED" };
  await db.$transaction(async (tx) => {
    const { count } = await tx.endpoint.updateMany({
      where: { id: endpoint.id, pausedAt: to === "paused" ? null : { not: null } },
      data: { pausedAt: to === "paused" ? now() : null },
    });
    if (count === 0) return;
    const type = to === "paused" ? "endpoint.paused" : "endpoint.resumed";
    await recordEvent(tx, { type, actor: by, subjectId: endpoint.id, data: { member: endpoint.memberId } });
  });
  if (to === "on") await wakeSender();
  return { ok: true };
}
