import type { Actor } from "#lib/access/actor";
import { assertCan, can } from "#lib/access/can";
import { isHeld } from "#lib/access/holding";
import { mapGrants } from "#lib/access/map-grants";
import { holdClaim } from "#lib/claims/change-claim";
import { giveWork } from "#lib/claims/work/assignments";
import { purposePermission } from "#lib/claims/work/status";
import { listAway } from "#lib/members/hold-people";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { type AssignmentInHand, type AssignmentOutcome, loadAssignment } from "./load-assignment.ts";
import type { AssignPerson } from "./schema.ts";

/**
 * Work of a member becomes one person's there, or nobody's again: a coordinator says whose, and whoever may do it takes what is
 * nobody's, or lets go of what is theirs. Of two who take it at once one has it.
 */
export async function assignPerson(actor: Actor, input: AssignPerson): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const { purpose, memberId, status, assignedToId } = assignment;
  const [from, to] = [input.seenUserId ?? null, input.userId ?? null];
  const isOwn = to === null ? from === actor.userId : to === actor.userId && from === null;
  const by = assertCan(actor, isOwn ? purposePermission[purpose] : "assignment.give", {
    memberIds: [memberId],
  });
  if (!isHeld(status) || assignedToId !== from) return { ok: false, reason: "ASSIGNMENT_CHANGED" };
  return decide<AssignmentOutcome>({ lost: "ASSIGNMENT_CHANGED" }, async (tx) => {
    await holdClaim(tx, assignment.claimId);
    if (to) await refuseUnable(tx, assignment, to);
    if (to && (await listAway(now(), [memberId])).some(({ userId }) => userId === to))
      return { ok: false, reason: "PERSON_AWAY" };
    await giveWork(tx, assignment, { by, from, to });
    return { ok: true };
  });
}

/** Work is for people of the member who may do it. @throws AppError VALIDATION */
async function refuseUnable(tx: Tx, { memberId, purpose }: AssignmentInHand, userId: string): Promise<void> {
  const grants = (await mapGrants([userId], tx)).get(userId) ?? [];
  if (!can({ grants }, purposePermission[purpose], { memberIds: [memberId] }))
    throw new AppError("VALIDATION", [{ path: "userId", message: "unknown" }]);
}
