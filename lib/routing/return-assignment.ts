import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { raced } from "#lib/claims/change-claim";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { type AssignmentOutcome, changeAssignment, loadAssignment } from "./change-assignment.ts";
import type { ReturnAssignment } from "./schema.ts";
import { canMoveAssignment, purposePermission } from "./status.ts";

/** A member gives the work back with its reason; a claim that nobody verifies any more returns to the desk. */
export async function returnAssignment(actor: Actor, input: ReturnAssignment): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const by = assertCan(actor, purposePermission[assignment.purpose], { memberIds: [assignment.memberId] });
  if (!canMoveAssignment(assignment.status, "returned")) return { ok: false, reason: "ASSIGNMENT_CHANGED" };
  return raced(
    db.$transaction(async (tx): Promise<AssignmentOutcome> => {
      await changeAssignment(
        tx,
        assignment,
        { status: "returned", respondedAt: now(), respondedById: actor.userId, returnReason: input.reason },
        {
          type: "assignment.returned",
          actor: by,
          reason: input.reason,
          data: { member: assignment.memberId, purpose: assignment.purpose },
        },
      );
      if (assignment.purpose === "verify") await returnToDesk(tx, assignment.claimId);
      return { ok: true };
    }),
  );
}

async function returnToDesk(tx: Tx, claimId: string): Promise<void> {
  const held = await tx.assignment.count({
    where: { claimId, purpose: "verify", status: { in: ["offered", "accepted"] } },
  });
  if (held > 0) return;
  await tx.claim.updateMany({
    where: { id: claimId, status: { in: ["assigned", "verifying"] } },
    data: { status: "triaged", version: { increment: 1 }, updatedAt: now() },
  });
}
