import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { holdClaim } from "#lib/claims/change-claim";
import { moveClaim } from "#lib/claims/move-claim";
import { moveAssignment } from "#lib/claims/work/assignments";
import { canMoveAssignment, purposePermission } from "#lib/claims/work/status";
import { decide } from "#lib/platform/decide";
import { type AssignmentOutcome, loadAssignment } from "./load-assignment.ts";
import type { AcceptAssignment } from "./schema.ts";

/** A member takes the work; accepting the verification starts it. */
export async function acceptAssignment(actor: Actor, input: AcceptAssignment): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const by = assertCan(actor, purposePermission[assignment.purpose], { memberIds: [assignment.memberId] });
  if (!canMoveAssignment(assignment.status, "accepted")) return { ok: false, reason: "ASSIGNMENT_CHANGED" };
  return decide<AssignmentOutcome>({ lost: "ASSIGNMENT_CHANGED" }, async (tx) => {
    const claim = await holdClaim(tx, assignment.claimId);
    await moveAssignment(tx, assignment, { to: "accepted", by });
    // A second verifier joins a verification that is under way.
    if (assignment.purpose === "verify" && claim.status === "assigned")
      await moveClaim(tx, claim, { to: "verifying", actor: by });
    return { ok: true };
  });
}
