import type { EventActor } from "#lib/access/actor";
import { heldStates } from "#lib/access/holding";
import { recordEvent } from "#lib/audit/record-event";
import type { ClaimInHand } from "#lib/claims/change-claim";
import { isClosed, isPublished } from "#lib/claims/status";
import { startWork } from "#lib/clocks/start-clocks";
import { reopenWork, stopWork } from "#lib/clocks/stop-clocks";
import { now } from "#lib/platform/clock";
import type { Prisma, Tx } from "#lib/platform/db";
import { lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { type AssignmentPurpose, type AssignmentStatus, canMoveAssignment } from "./status.ts";

/** The one door to assignments and their states. Whoever comes through it holds the claim (`holdClaim`). */

type Work = { memberId: string; purpose: AssignmentPurpose };

type Offer = Work & {
  by: EventActor & { kind: "person" };
  instructions?: string | null | undefined;
  handedFromId?: string;
};

/** Whether the member holds just this work of the claim already. */
export async function holdsWork(tx: Tx, claimId: string, { memberId, purpose }: Work): Promise<boolean> {
  const where = { claimId, memberId, purpose, status: { in: [...heldStates] } };
  return (await tx.assignment.count({ where })) > 0;
}

const otherPart: Partial<Record<AssignmentPurpose, AssignmentPurpose>> = { verify: "write", write: "verify" };

/**
 * Whether the member has the part of the claim that keeps it from this one: who verifies never writes. For a correction the
 * verifying is long done, and only who is at it now counts.
 */
export async function hasOtherPart(
  tx: Tx,
  claim: ClaimInHand,
  { memberId, purpose }: Work,
): Promise<boolean> {
  const other = otherPart[purpose];
  if (!other) return false;
  const status = { in: [...heldStates, ...(isPublished(claim.status) ? [] : ["done" as const])] };
  return (await tx.assignment.count({ where: { claimId: claim.id, memberId, purpose: other, status } })) > 0;
}

/** Offers work to a member; false when it holds just this work already. A closed claim has no work. */
export async function offerWork(tx: Tx, claim: ClaimInHand, offer: Offer): Promise<boolean> {
  const { by, memberId, purpose, instructions, handedFromId } = offer;
  if (isClosed(claim.status)) throw new AppError("CONFLICT");
  if (await holdsWork(tx, claim.id, offer)) return false;
  const id = newId();
  await tx.assignment.create({
    data: {
      id,
      claimId: claim.id,
      memberId,
      purpose,
      status: "offered",
      instructions: instructions || null,
      offeredAt: now(),
      offeredById: by.userId,
      handedFromId: handedFromId ?? null,
    },
  });
  const { urgency } = await tx.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { urgency: true },
  });
  await startWork(tx, { claimId: claim.id, assignmentId: id, urgency, handedFromId, at: now() });
  const data = { member: memberId, purpose };
  await recordEvent(tx, { type: "assignment.offered", actor: by, subjectId: id, claimId: claim.id, data });
  return true;
}

type AssignmentInHand = Work & { id: string; claimId: string; status: AssignmentStatus };

type Step =
  | { to: "accepted" | "done"; by: EventActor }
  | { to: "withdrawn"; by: EventActor; reason?: string }
  | { to: "returned"; by: EventActor; reason: string }
  | { to: "handed-over"; by: EventActor; reason: string; toMemberId: string };

/** Takes an assignment that is as it was seen to its next state, and records it. @throws AppError CONFLICT */
export async function moveAssignment(tx: Tx, assignment: AssignmentInHand, step: Step): Promise<void> {
  const { id, claimId, memberId, purpose, status } = assignment;
  if (!canMoveAssignment(status, step.to)) throw new AppError("CONFLICT");
  const { count } = await tx.assignment.updateMany({
    where: { id, status },
    data: { status: step.to, ...traceOf(step) },
  });
  if (count === 0) lose();
  await recordEvent(tx, {
    type: `assignment.${step.to}`,
    actor: step.by,
    subjectId: id,
    claimId,
    reason: "reason" in step ? step.reason : undefined,
    data: { member: memberId, purpose, ...("toMemberId" in step && { to: step.toMemberId }) },
  });
  const of = { claimId, assignmentId: id, at: now() };
  // Whoever accepts has answered; whatever ends the work ends its time too.
  if (step.to === "accepted") await stopWork(tx, { ...of, kinds: ["acknowledge"], reason: "done" });
  else await stopWork(tx, { ...of, kinds: ["acknowledge", "verdict"], reason: step.to });
}

/** What a step leaves behind in the row: who answered the offer and when, or when the work ended. */
function traceOf(step: Step) {
  if (step.to === "done") return { doneAt: now() };
  if (step.to === "withdrawn") return { doneAt: now(), returnReason: step.reason ?? null };
  return {
    respondedAt: now(),
    respondedById: step.by.kind === "person" ? step.by.userId : null,
    ...("reason" in step && { returnReason: step.reason }),
  };
}

type Giving = {
  by: EventActor;
  /** Whose it is now, and whose it is to be; null is nobody's. */
  from: string | null;
  to: string | null;
  /** Who might take it, because they stand in for whom it was. */
  proposedId?: string | null;
};

/** Gives work that a member holds to one of its people, or takes it from them. */
export async function giveWork(
  tx: Tx,
  { id, claimId, memberId, purpose }: Omit<AssignmentInHand, "status">,
  { by, from, to, proposedId = null }: Giving,
): Promise<void> {
  const { count } = await tx.assignment.updateMany({
    where: { id, status: { in: [...heldStates] }, assignedToId: from },
    data: { assignedToId: to, proposedToId: proposedId },
  });
  if (count === 0) lose();
  const person = to ?? proposedId;
  const data = { member: memberId, purpose, part: to ? "given" : "freed", ...(person && { person }) };
  await recordEvent(tx, { type: "assignment.assigned", actor: by, subjectId: id, claimId, data });
}

type Part = { purpose?: AssignmentPurpose; memberId?: string };

/** Whoever goes on with work that was offered has accepted it. */
export async function takeWork(
  tx: Tx,
  claimId: string,
  by: EventActor & { kind: "person" },
  purpose: AssignmentPurpose,
): Promise<void> {
  const offered = { claimId, memberId: by.memberId, purpose, status: "offered" as const };
  await moveAll(tx, offered, { to: "accepted", by });
}

/** A claim's work, or a part of it, is done: what its members had accepted; what nobody has taken is asked no longer. */
export async function finishWork(tx: Tx, claimId: string, by: EventActor, part: Part = {}): Promise<void> {
  await moveAll(tx, { claimId, ...part, status: "accepted" }, { to: "done", by });
  await moveAll(tx, { claimId, ...part, status: "offered" }, { to: "withdrawn", by });
}

type Withdrawal = Part & {
  /** Only what nobody has taken; else all that is held. */
  status?: "offered";
  except?: readonly Work[];
  reason?: string;
};

/** Takes a claim's work, or a part of it, back from the members that hold it. */
export async function withdrawWork(
  tx: Tx,
  claimId: string,
  by: EventActor,
  { except = [], reason, ...part }: Withdrawal = {},
): Promise<void> {
  const held = { claimId, status: { in: [...heldStates] }, ...part, NOT: [...except] };
  await moveAll(tx, held, { to: "withdrawn", by, ...(reason && { reason }) });
}

/** Gives members the work back that an end of the claim took from them, as they held it; their clocks go on. */
export async function restoreWork(
  tx: Tx,
  claimId: string,
  by: EventActor,
  ids: readonly string[],
): Promise<void> {
  const found = await tx.assignment.findMany({
    where: { id: { in: [...ids] }, claimId, status: "withdrawn" },
    orderBy: { id: "asc" },
    select: { id: true, memberId: true, purpose: true, respondedAt: true },
  });
  for (const { id, memberId, purpose, respondedAt } of found) {
    const status = respondedAt ? "accepted" : "offered";
    const { count } = await tx.assignment.updateMany({
      where: { id, status: "withdrawn" },
      data: { status, doneAt: null, returnReason: null },
    });
    if (count === 0) lose();
    const data = { member: memberId, purpose };
    await recordEvent(tx, { type: "assignment.restored", actor: by, subjectId: id, claimId, data });
    await reopenWork(tx, { claimId, assignmentId: id, at: now() });
  }
}

async function moveAll(tx: Tx, where: Prisma.AssignmentWhereInput, step: Step): Promise<void> {
  const select = { id: true, claimId: true, memberId: true, purpose: true, status: true } as const;
  const found = await tx.assignment.findMany({ where, orderBy: { id: "asc" }, select });
  for (const assignment of found) await moveAssignment(tx, assignment, step);
}
