import type { EventActor } from "#lib/access/actor";
import { isHistory } from "#lib/platform/at";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { enqueue } from "#lib/platform/jobs";
import { type EventData, type EventType, isOutboxType, isSlowType } from "./event-types.ts";
import { EVENT_QUEUE, SLOW_EVENT_QUEUE } from "./queues.ts";

export type NewEvent = {
  type: EventType;
  actor: EventActor;
  subjectId: string;
  claimId?: string;
  reason?: string | undefined;
  data?: EventData;
  /** Demo data and imports tell when it happened; everything else happens now. */
  at?: Date;
  /** Its reactions have time until nothing else waits. */
  canWait?: boolean;
};

type Enqueued = { id: string; type: EventType; canWait?: boolean };

/** Records what happened in the transaction of the change itself, and enqueues the reactions to it. */
export const recordEvent = (tx: Tx, event: NewEvent): Promise<void> => recordEvents(tx, [event]);

/** Records several events with one statement. */
export async function recordEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(toRow);
  const enqueued = rows.map(({ id, type }, at) => ({ id, type, canWait: events[at]?.canWait ?? false }));
  // By hand, because composing a Prisma statement of many rows costs several times what the database does with it.
  await tx.$executeRaw`
    INSERT INTO events (id, type, at, actor_kind, actor_user_id, actor_role, actor_member_id, claim_id, subject_id,
      reason, data, batch_id, undoes_id)
    SELECT id, type, at, actor_kind, actor_user_id, actor_role, actor_member_id, claim_id, subject_id, reason, data,
      batch_id, undoes_id
    FROM json_populate_recordset(NULL::events, ${JSON.stringify(rows)}::json)`;
  const awaited = enqueued.filter(({ type }) => isOutboxType(type));
  if (isHistory()) await settle(tx, awaited);
  else await enqueueEvents(tx, awaited);
}

/** Stands for the reactions to an event that only tells what happened: their effects are told too. */
export const HISTORY = "history";

async function settle(tx: Tx, events: readonly Enqueued[]): Promise<void> {
  if (events.length === 0) return;
  const ranAt = now();
  await tx.reactionRun.createMany({
    data: events.map(({ id }) => ({ eventId: id, reaction: HISTORY, ranAt })),
  });
}

/** Enqueues the reactions to recorded events, those that take long apart from the others, those that can wait last. */
export async function enqueueEvents(tx: Tx, events: readonly Enqueued[]): Promise<void> {
  const toJob = ({ id, canWait }: Enqueued) => ({ data: { eventId: id }, priority: canWait ? -1 : 0 });
  const quick = events.filter(({ type }) => !isSlowType(type)).map(toJob);
  const slow = events.filter(({ type }) => isSlowType(type)).map(toJob);
  if (quick.length > 0) await enqueue(tx, EVENT_QUEUE, quick);
  if (slow.length > 0) await enqueue(tx, SLOW_EVENT_QUEUE, slow);
}

function toRow({ type, actor, subjectId, claimId, reason, data = {}, at = now() }: NewEvent) {
  const person = actor.kind === "person" ? actor : undefined;
  return {
    id: newId(),
    type,
    at,
    actor_kind: actor.kind,
    actor_user_id: person?.userId ?? null,
    actor_role: person?.role ?? null,
    actor_member_id: person?.memberId ?? null,
    claim_id: claimId ?? null,
    subject_id: subjectId,
    reason: reason ?? null,
    data,
    batch_id: person?.batchId ?? null,
    undoes_id: person?.undoes ?? null,
  };
}
