import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { holdClaim } from "#lib/claims/change-claim";
import { moveAssignment } from "#lib/claims/work/assignments";
import { canMoveAssignment } from "#lib/claims/work/status";
import { decide } from "#lib/platform/decide";
import { type AssignmentOutcome, loadAssignment } from "./load-assignment.ts";
import { returnToDesk } from "./return-to-desk.ts";
import type { RecallAssignment } from "./schema.ts";

/** The desk takes work back from a member that does not answer or was asked by mistake; it says why. */
export async function recallAssignment(actor: Actor, input: RecallAssignment): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const by = assertCan(actor, "assignment.recall");
  if (!canMoveAssignment(assignment.status, "withdrawn")) return { ok: false, reason: "ASSIGNMENT_CHANGED" };
  return decide<AssignmentOutcome>({ lost: "ASSIGNMENT_CHANGED" }, async (tx) => {
    const claim = await holdClaim(tx, assignment.claimId);
    await moveAssignment(tx, assignment, { to: "withdrawn", by, reason: input.reason });
    await returnToDesk(tx, claim, by, input.reason);
    return { ok: true };
  });
}
