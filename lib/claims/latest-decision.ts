import type { EventData, EventType } from "#lib/audit/event-types";
import { after, minutes } from "#lib/platform/clock";

/** How long what was just decided can be taken back by one key, and letters about it wait; later each has its own verb. */
export const UNDO_FOR = minutes(10);

/** What can be taken back: a step of which the others of its transaction are what follows from it. */
const decisive = [
  "claim.triaged",
  "claim.closed",
  "claim.merged",
  "claim.reopened",
  "claim.split",
  "claim.revised",
  "claim.waiting",
  "claim.snoozed",
  "claim.answers-read",
  "claim.released",
  "route.confirmed",
] as const satisfies readonly EventType[];

/** What can be taken back where it happened by itself; elsewhere it follows from another step. */
const lone = [
  "claim.resumed",
  "assignment.offered",
  "match.accepted",
  "match.rejected",
] as const satisfies readonly EventType[];

export const undoKinds = [...decisive, ...lone] as const;
export type UndoKind = (typeof undoKinds)[number];

/** What people do at a claim without going on with it. */
const asides: readonly EventType[] = [
  "contact.read",
  "upload.opened",
  "upload.blurred",
  "report.questioned",
  "claim.moved",
];

type Happened = {
  id: string;
  type: EventType;
  at: Date;
  actorKind: string;
  transaction: bigint | string | null;
  undoesId: string | null;
  data: EventData;
};

/** Whether somebody has gone on with the claim by it. */
export const isStep = ({ type, actorKind }: Pick<Happened, "type" | "actorKind">): boolean =>
  actorKind === "person" && !asides.includes(type);

/**
 * The last decision about a claim that nobody has gone on from, of its events in their order; null where it cannot be undone, as
 * what takes a decision back cannot.
 */
export function latestDecision<Event extends Happened>(
  events: readonly Event[],
): (Event & { type: UndoKind }) | null {
  const steps = events.filter(isStep);
  const last = steps.at(-1);
  if (!last || last.transaction === null) return null;
  const together = steps.filter(({ transaction }) => transaction === last.transaction);
  if (together.some(({ undoesId }) => undoesId !== null)) return null;
  const found =
    together.find(({ type }) => isAmong(decisive, type)) ??
    together.find(({ type }) => isAmong(lone, type) && together.every((one) => one.type === type));
  return found && canBeUndone(found) ? found : null;
}

/** Whether there still is time to undo what happened then. */
export const isUndoTime = (at: Date, time: Date): boolean => after(at, UNDO_FOR) > time;

function canBeUndone<Event extends Happened>(event: Event): event is Event & { type: UndoKind } {
  // The new claim tells of the split too, and a claim that was let in by a merge has no decision of its own.
  if (event.type === "claim.split") return event.data.part === "out";
  return event.type !== "claim.released" || typeof event.data.suspicion === "string";
}

const isAmong = (types: readonly EventType[], type: EventType): boolean => types.includes(type);
