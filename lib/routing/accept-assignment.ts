import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { raced } from "#lib/claims/change-claim";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { type AssignmentOutcome, changeAssignment, loadAssignment } from "./change-assignment.ts";
import type { AcceptAssignment } from "./schema.ts";
import { canMoveAssignment, purposePermission } from "./status.ts";

/** A member takes the work; accepting the verification starts it. */
export async function acceptAssignment(actor: Actor, input: AcceptAssignment): Promise<AssignmentOutcome> {
  const assignment = await loadAssignment(input.assignmentId);
  const by = assertCan(actor, purposePermission[assignment.purpose], { memberIds: [assignment.memberId] });
  if (!canMoveAssignment(assignment.status, "accepted")) return { ok: false, reason: "ASSIGNMENT_CHANGED" };
  const { claim, purpose, memberId } = assignment;
  return raced(
    db.$transaction(async (tx): Promise<AssignmentOutcome> => {
      await changeAssignment(
        tx,
        assignment,
        { status: "accepted", respondedAt: now(), respondedById: actor.userId },
        { type: "assignment.accepted", actor: by, data: { member: memberId, purpose } },
      );
      if (purpose === "verify") {
        // Zero rows when the verification is under way already: a second verifier joined.
        await tx.claim.updateMany({
          where: { id: claim.id, status: "assigned" },
          data: { status: "verifying", version: { increment: 1 }, updatedAt: now() },
        });
      }
      return { ok: true };
    }),
  );
}
