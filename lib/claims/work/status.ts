import type { Permission } from "#lib/access/permissions";

/** What a member is asked to do with a claim. */
export const assignmentPurposes = ["verify", "write", "assist"] as const;
export type AssignmentPurpose = (typeof assignmentPurposes)[number];

export const assignmentStatuses = [
  "offered",
  "accepted",
  "returned",
  "handed-over",
  "done",
  "withdrawn",
] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

const moves: Record<AssignmentStatus, readonly AssignmentStatus[]> = {
  offered: ["accepted", "returned", "handed-over", "withdrawn"],
  accepted: ["returned", "handed-over", "done", "withdrawn"],
  returned: [],
  "handed-over": [],
  done: [],
  withdrawn: [],
};

/** Whether an assignment may go from one state to another; only undoing the end of its claim brings one back (`restoreWork`). */
export const canMoveAssignment = (from: AssignmentStatus, to: AssignmentStatus): boolean =>
  moves[from].includes(to);

/** The permission to take work of a purpose, or to give it back: a verifier does not accept the writing. */
export const purposePermission = {
  verify: "assignment.verify",
  write: "assignment.write",
  assist: "assignment.assist",
} as const satisfies Record<AssignmentPurpose, Permission>;

declare global {
  namespace PrismaJson {
    type AssignmentPurpose = import("./status.ts").AssignmentPurpose;
    type AssignmentStatus = import("./status.ts").AssignmentStatus;
  }
}
