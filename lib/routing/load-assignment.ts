import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";

export type AssignmentOutcome =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "ASSIGNMENT_CHANGED"
        | "ALREADY_HELD"
        | "MOVE_REFUSED"
        | "CLAIM_ABOUT"
        | "VERIFIER_WRITES"
        | "PERSON_AWAY";
    };

const select = {
  id: true,
  claimId: true,
  memberId: true,
  purpose: true,
  status: true,
  instructions: true,
  assignedToId: true,
} as const;

/** The assignment that an input names. @throws AppError NOT_FOUND */
export async function loadAssignment(id: string) {
  const assignment = await db.assignment.findUnique({ where: { id }, select });
  if (!assignment) throw new AppError("NOT_FOUND");
  return assignment;
}

export type AssignmentInHand = Awaited<ReturnType<typeof loadAssignment>>;
