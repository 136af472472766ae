import type { EventActor } from "#lib/access/actor";
import type { EventType } from "#lib/audit/event-types";
import { recordEvent } from "#lib/audit/record-event";
import { LostRace } from "#lib/claims/change-claim";
import type { Prisma, Tx } from "#lib/platform/db";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import type { AssignmentStatus } from "./status.ts";

export type AssignmentOutcome =
  | { ok: true }
  | { ok: false; reason: "CLAIM_CHANGED" | "ASSIGNMENT_CHANGED" | "ALREADY_HELD" | "MOVE_REFUSED" };

const select = {
  id: true,
  claimId: true,
  memberId: true,
  purpose: true,
  status: true,
  dueAt: true,
  instructions: true,
  claim: { select: { id: true, status: true, version: true } },
} as const;

/** The assignment that an input names, with its claim. @throws AppError NOT_FOUND */
export async function loadAssignment(id: string) {
  const assignment = await db.assignment.findUnique({ where: { id }, select });
  if (!assignment) throw new AppError("NOT_FOUND");
  return assignment;
}

export type AssignmentInHand = Awaited<ReturnType<typeof loadAssignment>>;

/** Changes an assignment that still has the state that was seen, and records it. @throws LostRace */
export async function changeAssignment(
  tx: Tx,
  assignment: { id: string; claimId: string; status: AssignmentStatus },
  data: Prisma.AssignmentUncheckedUpdateManyInput,
  event: { type: EventType; actor: EventActor; reason?: string; data?: Record<string, string> },
): Promise<void> {
  const { count } = await tx.assignment.updateMany({
    where: { id: assignment.id, status: assignment.status },
    data,
  });
  if (count === 0) throw new LostRace();
  await recordEvent(tx, { ...event, subjectId: assignment.id, claimId: assignment.claimId });
}
