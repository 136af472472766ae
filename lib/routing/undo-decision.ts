import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { type EventType, untold } from "#lib/audit/event-types";
import { inHand, loadClaim } from "#lib/claims/change-claim";
import { isStep, isUndoTime, latestDecision, type UndoKind, undoKinds } from "#lib/claims/latest-decision";
import { takeBackEnd } from "#lib/claims/reopen-claim";
import { keepApart } from "#lib/claims/reports/release-claim";
import { joinSplit } from "#lib/claims/reports/split-claim";
import { wakeClaim } from "#lib/claims/snooze-claim";
import { unreadAnswers } from "#lib/claims/talk/read-answers";
import { undoTriage } from "#lib/claims/undo-triage";
import { resumeClaim } from "#lib/claims/wait-for-evidence";
import type { Suspicion } from "#lib/intake/suspicion";
import { mapPeople } from "#lib/members/queries";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { type Decided, endAgain, listed, reason, reconsider, reviseBack, waitAgain } from "./decide-again.ts";
import { recallAssignment } from "./recall-assignment.ts";
import type { UndoDecision } from "./schema.ts";
import { undoRoute } from "./undo-route.ts";

/** Who has gone on with a claim since, how and when; nobody's name where it was no person. */
export type Since = {
  by: string | null;
  type: EventType;
  at: Date;
  /** What it was, in the words of whoever is told (lib/web/next/say-since.ts). */
  what?: string;
};

export type UndoOutcome =
  | { ok: true }
  | { ok: false; reason: "GONE_ON"; since: Since | null }
  | { ok: false; reason: "UNDO_LATE" | "MOVE_REFUSED" | "UNDER_REVIEW" | "WORK_BEGUN" };

/**
 * Takes back what was decided last about a claim, as long as nobody has gone on from it and it is not long past. Each kind
 * of decision has the use case that undoes it.
 */
export async function undoDecision(actor: Actor, { eventId }: UndoDecision): Promise<UndoOutcome> {
  assertCan(actor, "claim.reopen");
  const event = await db.event.findUnique({ where: { id: eventId }, select: happened });
  const claimId = event?.claimId;
  if (!event || !claimId || !undoKinds.some((kind) => kind === event.type)) throw new AppError("NOT_FOUND");
  // The version first: whatever happens after that either stands in the record below, or makes the undo lose.
  const { version } = await loadClaim(db, claimId, inHand);
  const since = await db.event.findMany({
    where: { claimId, seq: { gte: event.seq }, type: { notIn: [...untold] } },
    orderBy: { seq: "asc" },
    select: happened,
  });
  const decision = latestDecision(since);
  if (decision?.id !== event.id) return goneOn(event, since);
  if (!isUndoTime(event.at, now())) return { ok: false, reason: "UNDO_LATE" };
  // What it records says so, and is not taken back by the key again.
  const undoing = { ...actor, undoes: event.id };
  const outcome = await inverses[decision.type](undoing, { ...event, claimId, version });
  if (outcome.ok) return outcome;
  const { reason } = outcome;
  if (reason === "MOVE_REFUSED" || reason === "UNDER_REVIEW" || reason === "WORK_BEGUN")
    return { ok: false, reason };
  const later = await db.event.findMany({
    where: { claimId, seq: { gt: event.seq } },
    orderBy: { seq: "asc" },
    select: happened,
  });
  return goneOn(event, later);
}

const happened = {
  id: true,
  seq: true,
  type: true,
  at: true,
  claimId: true,
  subjectId: true,
  actorKind: true,
  actorUserId: true,
  transaction: true,
  undoesId: true,
  reason: true,
  data: true,
} as const;

type Happened = {
  id: string;
  type: EventType;
  at: Date;
  actorKind: string;
  actorUserId: string | null;
  transaction: bigint | null;
};

/** Names the first who has gone on. */
async function goneOn(event: Happened, later: readonly Happened[]): Promise<UndoOutcome> {
  const step = later.find((one) => isStep(one) && one.transaction !== event.transaction);
  if (!step) return { ok: false, reason: "GONE_ON", since: null };
  return { ok: false, reason: "GONE_ON", since: await sinceOf(step) };
}

/** An event as it is told to whoever comes too late. */
export async function sinceOf({ type, at, actorUserId }: Omit<Happened, "id">): Promise<Since> {
  const names = await mapPeople(actorUserId ? [actorUserId] : []);
  return { by: (actorUserId && names.get(actorUserId)) ?? null, type, at };
}

type Inverse = (actor: Actor, decided: Decided) => Promise<{ ok: true } | { ok: false; reason: string }>;

const inverses: Record<UndoKind, Inverse> = {
  "claim.triaged": (actor, { claimId, version }) => undoTriage(actor, { claimId, version, reason }),
  "claim.closed": (actor, { claimId, version, transaction }) =>
    takeBackEnd(actor, { claimId, version, reason }, transaction),
  "claim.merged": (actor, { claimId, version, transaction }) =>
    takeBackEnd(actor, { claimId, version, reason }, transaction),
  "claim.reopened": endAgain,
  "claim.waiting": (actor, { claimId, version }) => resumeClaim(actor, { claimId, version }),
  "route.confirmed": (actor, { claimId, version }) => undoRoute(actor, { claimId, version, reason }),
  "assignment.offered": (actor, { subjectId }) =>
    recallAssignment(actor, { assignmentId: subjectId, reason }),
  "claim.released": (actor, { claimId, version, data }) =>
    keepApart(actor, { claimId, version, suspicion: String(data.suspicion) as Suspicion }),
  "claim.split": (actor, { claimId, data }) =>
    joinSplit(actor, { claimId, into: String(data.into), reportIds: listed(data.reportIds), reason }),
  "claim.snoozed": (actor, { claimId, version }) => wakeClaim(actor, { claimId, version }),
  "claim.answers-read": (actor, { claimId, version, data }) =>
    unreadAnswers(actor, { claimId, version, repliedAt: new Date(String(data.repliedAt)) }),
  "claim.resumed": waitAgain,
  "claim.revised": reviseBack,
  "match.accepted": (actor, decided) => reconsider(actor, decided, "accepted"),
  "match.rejected": (actor, decided) => reconsider(actor, decided, "rejected"),
};
