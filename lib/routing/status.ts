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

/** Whether an assignment may go from one state to another. */
export const canMoveAssignment = (from: AssignmentStatus, to: AssignmentStatus): boolean =>
  moves[from].includes(to);

/** The permission to take work of a purpose, or to give it back: a verifier does not accept the writing. */
export const purposePermission = {
  verify: "assignment.verify",
  write: "assignment.write",
  assist: "assignment.assist",
} as const satisfies Record<AssignmentPurpose, Permission>;

/** Whether the member still holds the work. */
export const isHeld = (status: AssignmentStatus): boolean => status === "offered" || status === "accepted";

/** Why a member was proposed: a code and its facts, worded in the reader's language. */
export type RouteReason = {
  part: "level" | "lead" | "writer" | "platforms" | "conflict" | "single-source";
  code: string;
  facts: Record<string, string>;
};

declare global {
  namespace PrismaJson {
    type AssignmentPurpose = import("./status.ts").AssignmentPurpose;
    type AssignmentStatus = import("./status.ts").AssignmentStatus;
    type RouteReasons = import("./status.ts").RouteReason[];
  }
}
