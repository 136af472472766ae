import type { EventActor } from "#lib/access/actor";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { enqueueEvents } from "#lib/platform/jobs";
import type { EventData, EventType } from "./event-types.ts";

export type NewEvent = {
  type: EventType;
  actor: EventActor;
  subjectId: string;
  claimId?: string;
  reason?: string | undefined;
  data?: EventData;
  /** Demo data and imports tell when it happened; everything else happens now. */
  at?: Date;
};

/** Records what happened in the transaction of the change itself, and enqueues the reactions to it. */
export const recordEvent = (tx: Tx, event: NewEvent): Promise<void> => recordEvents(tx, [event]);

/** Records several events with one statement. */
export async function recordEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(toRow);
  await tx.event.createMany({ data: rows });
  await enqueueEvents(
    tx,
    rows.map((row) => row.id),
  );
}

function toRow({ type, actor, subjectId, claimId, reason, data = {}, at = now() }: NewEvent) {
  const person = actor.kind === "person" ? actor : undefined;
  return {
    id: newId(),
    type,
    at,
    actorKind: actor.kind,
    actorUserId: person?.userId ?? null,
    actorRole: person?.role ?? null,
    actorMemberId: person?.memberId ?? null,
    claimId: claimId ?? null,
    subjectId,
    reason: reason ?? null,
    data,
  };
}
