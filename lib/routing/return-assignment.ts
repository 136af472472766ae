import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { heldStates } from "#lib/access/holding";
import { holdClaim } from "#lib/claims/change-claim";
import { moveClaim } from "#lib/claims/move-claim";
import type { ClaimStatus } from "#lib/claims/status";
import { moveAssignment } from "#lib/claims/work/assignments";
import { canMoveAssignment, purposePermission } from "#lib/claims/work/status";
import type { Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { type AssignmentOutcome, loadAssignment } from "./load-assignment.ts";
import type { ReturnAssignment } from "./schema.ts";

/** A member gives the work back with its reason; a claim that nobody verifies any more returns to the desk. */
export async function returnAssignment(actor: Actor, input: ReturnAssignment): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const by = assertCan(actor, purposePermission[assignment.purpose], { memberIds: [assignment.memberId] });
  if (!canMoveAssignment(assignment.status, "returned")) return { ok: false, reason: "ASSIGNMENT_CHANGED" };
  return decide<AssignmentOutcome>(
    async (tx) => {
      const claim = await holdClaim(tx, assignment.claimId);
      await moveAssignment(tx, assignment, { to: "returned", by, reason: input.reason });
      if (needsVerifier(claim.status) && !(await hasVerifier(tx, claim.id)))
        await moveClaim(tx, claim, { to: "triaged", actor: by });
      return { ok: true };
    },
    { lost: "ASSIGNMENT_CHANGED" },
  );
}

const needsVerifier = (status: ClaimStatus): boolean => status === "assigned" || status === "verifying";

async function hasVerifier(tx: Tx, claimId: string): Promise<boolean> {
  const where = { claimId, purpose: "verify" as const, status: { in: [...heldStates] } };
  return (await tx.assignment.count({ where })) > 0;
}
