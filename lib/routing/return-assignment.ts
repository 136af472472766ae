import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { holdClaim } from "#lib/claims/change-claim";
import { moveAssignment } from "#lib/claims/work/assignments";
import { canMoveAssignment, purposePermission } from "#lib/claims/work/status";
import { decide } from "#lib/platform/decide";
import { type AssignmentOutcome, loadAssignment } from "./load-assignment.ts";
import { returnToDesk } from "./return-to-desk.ts";
import type { ReturnAssignment } from "./schema.ts";

/** A member gives the work back with its reason; a claim that nobody verifies any more returns to the desk. */
export async function returnAssignment(actor: Actor, input: ReturnAssignment): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const by = assertCan(actor, purposePermission[assignment.purpose], { memberIds: [assignment.memberId] });
  if (!canMoveAssignment(assignment.status, "returned")) return { ok: false, reason: "ASSIGNMENT_CHANGED" };
  return decide<AssignmentOutcome>({ lost: "ASSIGNMENT_CHANGED" }, async (tx) => {
    const claim = await holdClaim(tx, assignment.claimId);
    await moveAssignment(tx, assignment, { to: "returned", by, reason: input.reason });
    await returnToDesk(tx, claim, by, input.reason);
    return { ok: true };
  });
}
