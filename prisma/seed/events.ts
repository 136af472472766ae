import type { NewEvent } from "#lib/audit/record-event";
import { newId } from "#lib/platform/id";
import type { Rows } from "./rows.ts";

/** An event of the past as a row; it asks for no reaction, for its effects are seeded too. */
export function eventRow(event: NewEvent & { at: Date }): Rows["events"][number] {
  const person = event.actor.kind === "person" ? event.actor : null;
  return {
    id: newId(),
    type: event.type,
    at: event.at,
    actorKind: event.actor.kind,
    actorUserId: person?.userId ?? null,
    actorRole: person?.role ?? null,
    actorMemberId: person?.memberId ?? null,
    claimId: event.claimId ?? null,
    subjectId: event.subjectId,
    reason: event.reason ?? null,
    data: event.data ?? {},
  };
}
