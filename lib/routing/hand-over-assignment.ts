import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { raced } from "#lib/claims/change-claim";
import { now } from "#lib/platform/clock";
import { db, isUniqueViolation } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import {
  type AssignmentInHand,
  type AssignmentOutcome,
  changeAssignment,
  loadAssignment,
} from "./change-assignment.ts";
import type { HandOverAssignment } from "./schema.ts";
import { canMoveAssignment } from "./status.ts";

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
  const data = { member: assignment.memberId, to: input.toMemberId, purpose: assignment.purpose };
  const outcome = raced(
    db.$transaction(async (tx): Promise<AssignmentOutcome> => {
      await changeAssignment(
        tx,
        assignment,
        {
          status: "handed-over",
          respondedAt: now(),
          respondedById: actor.userId,
          returnReason: input.reason,
        },
        { type: "assignment.handed-over", actor: by, reason: input.reason, data },
      );
      const id = newId();
      await tx.assignment.create({
        data: {
          id,
          claimId: assignment.claimId,
          memberId: input.toMemberId,
          purpose: assignment.purpose,
          status: "offered",
          instructions: assignment.instructions,
          dueAt: assignment.dueAt,
          offeredAt: now(),
          offeredById: actor.userId,
          handedFromId: assignment.id,
        },
      });
      await recordEvent(tx, {
        type: "assignment.offered",
        actor: by,
        subjectId: id,
        claimId: assignment.claimId,
        data: { member: input.toMemberId, purpose: assignment.purpose },
      });
      return { ok: true };
    }),
  );
  return outcome.catch((error: unknown) => {
    if (isUniqueViolation(error)) return { ok: false, reason: "ALREADY_HELD" } as const;
    throw error;
  });
}

async function refuseUnsuitable(assignment: AssignmentInHand, toMemberId: string): Promise<void> {
  const refuse = (message: string) => new AppError("VALIDATION", [{ path: "toMemberId", message }]);
  if (toMemberId === assignment.memberId) throw refuse("invalid");
  const member = await db.member.findUnique({ where: { id: toMemberId }, select: { id: true } });
  if (!member) throw refuse("unknown");
}
