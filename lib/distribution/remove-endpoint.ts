import type { Actor, EventActor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import type { EndpointOutcome } from "./change-webhook.ts";
import type { NamedEndpoint } from "./endpoint-schema.ts";
import { loadEndpoint } from "./load-endpoint.ts";
import { endDeliveries } from "./note-attempt.ts";
import type { EndpointKind } from "./vocabulary.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

type Kept = { id: string; memberId: string; kind: EndpointKind };

/** Takes an endpoint away: nothing more is sent there, and its secrets or its address are forgotten. What was sent stays on record. */
export async function removeEndpoint(actor: Actor, { endpointId }: NamedEndpoint): Promise<EndpointOutcome> {
  const { endpoint, by } = await loadEndpoint(actor, endpointId);
  const isRemoved = await db.$transaction((tx) => takeAway(tx, endpoint, by));
  return isRemoved ? { ok: true } : { ok: false, reason: "ENDPOINT_ENDED" };
}

/** The same, whoever wants it. False for one that had ended so before. */
export async function takeAway(
  tx: Tx,
  { id, memberId, kind }: Kept,
  by: EventActor,
  because: "removed" | "stopped" = "removed",
): Promise<boolean> {
  const { count } = await tx.endpoint.updateMany({
    where: { id, OR: [{ disabledAt: null }, { disabledBecause: { notIn: ["removed", because] } }] },
    data: {
      disabledAt: now(),
      disabledBecause: because,
      email: null,
      // Nobody was ever shown this one.
      secret: kind === "webhook" ? makeWebhookSecret(id).sealed : null,
      formerSecret: null,
      formerUntil: null,
    },
  });
  if (count === 0) return false;
  await endDeliveries(tx, id);
  await recordEvent(tx, {
    type: `endpoint.${because}`,
    actor: by,
    subjectId: id,
    data: { member: memberId },
  });
  return true;
}
