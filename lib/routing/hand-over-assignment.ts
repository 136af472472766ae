import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { holdClaim } from "#lib/claims/change-claim";
import { hasOtherPart, holdsWork, moveAssignment, offerWork } from "#lib/claims/work/assignments";
import { canMoveAssignment } from "#lib/claims/work/status";
import { listNamedMembers } from "#lib/members/queries";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { isAbout } from "./is-about.ts";
import { type AssignmentInHand, type AssignmentOutcome, loadAssignment } from "./load-assignment.ts";
import type { HandOverAssignment } from "./schema.ts";

/** A member passes the work to another one that is better placed; the clock keeps running. */
export async function handOverAssignment(
  actor: Actor,
  input: HandOverAssignment,
): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const by = assertCan(actor, "assignment.hand-over", { memberIds: [assignment.memberId] });
  if (!canMoveAssignment(assignment.status, "handed-over"))
    return { ok: false, reason: "ASSIGNMENT_CHANGED" };
  await refuseUnsuitable(assignment, input.toMemberId);
  const members = await listNamedMembers();
  return decide<AssignmentOutcome>({ lost: "ASSIGNMENT_CHANGED" }, async (tx) => {
    const claim = await holdClaim(tx, assignment.claimId);
    const { purpose, instructions } = assignment;
    const to = { memberId: input.toMemberId, purpose };
    if (await holdsWork(tx, claim.id, to)) return { ok: false, reason: "ALREADY_HELD" };
    if (await isAbout(tx, { ...to, claimId: claim.id }, members)) return { ok: false, reason: "CLAIM_ABOUT" };
    if (await hasOtherPart(tx, claim, to)) return { ok: false, reason: "VERIFIER_WRITES" };
    const step = { to: "handed-over", by, reason: input.reason, toMemberId: input.toMemberId } as const;
    await moveAssignment(tx, assignment, step);
    await offerWork(tx, claim, { ...to, by, instructions, handedFromId: assignment.id });
    return { ok: true };
  });
}

async function refuseUnsuitable(assignment: AssignmentInHand, toMemberId: string): Promise<void> {
  const refuse = (message: string) => new AppError("VALIDATION", [{ path: "toMemberId", message }]);
  if (toMemberId === assignment.memberId) throw refuse("invalid");
  const member = await db.member.findUnique({ where: { id: toMemberId }, select: { id: true } });
  if (!member) throw refuse("unknown");
}
