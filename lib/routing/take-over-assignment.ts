import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { holdClaim } from "#lib/claims/change-claim";
import { moveClaim } from "#lib/claims/move-claim";
import { hasOtherPart, holdsWork, moveAssignment, offerWork, takeWork } from "#lib/claims/work/assignments";
import { purposePermission } from "#lib/claims/work/status";
import { listNamedMembers } from "#lib/members/queries";
import { decide } from "#lib/platform/decide";
import { isAbout } from "./is-about.ts";
import { type AssignmentOutcome, loadAssignment } from "./load-assignment.ts";
import { passedOnTo } from "./passed-on.ts";
import type { TakeOverAssignment } from "./schema.ts";

/**
 * The next level takes work over that was passed on to it because its member does not answer; the time of the work goes on.
 * Whoever answered in between keeps it.
 */
export async function takeOverAssignment(
  actor: Actor,
  input: TakeOverAssignment,
): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const toMemberId = (await passedOnTo([assignment.id])).get(assignment.id);
  const own = { memberIds: toMemberId ? [toMemberId] : [] };
  assertCan(actor, "assignment.take-over", own);
  const by = assertCan(actor, purposePermission[assignment.purpose], own);
  const members = await listNamedMembers();
  return decide<AssignmentOutcome>({ lost: "ASSIGNMENT_CHANGED" }, async (tx) => {
    const claim = await holdClaim(tx, assignment.claimId);
    const { purpose, instructions } = assignment;
    const to = { memberId: by.memberId, purpose };
    if (await holdsWork(tx, claim.id, to)) return { ok: false, reason: "ALREADY_HELD" };
    if (await isAbout(tx, { ...to, claimId: claim.id }, members)) return { ok: false, reason: "CLAIM_ABOUT" };
    if (await hasOtherPart(tx, claim, to)) return { ok: false, reason: "VERIFIER_WRITES" };
    const step = { to: "handed-over", by, reason: input.reason, toMemberId: to.memberId } as const;
    await moveAssignment(tx, assignment, step);
    await offerWork(tx, claim, { ...to, by, instructions, handedFromId: assignment.id });
    await takeWork(tx, claim.id, by, purpose);
    if (purpose === "verify" && claim.status === "assigned")
      await moveClaim(tx, claim, { to: "verifying", actor: by });
    return { ok: true };
  });
}
