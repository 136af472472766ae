import { tickedClaim } from "#lib/claims/schema";
import { closings, otherChannels } from "#lib/claims/status";
import { assignmentPurposes } from "#lib/claims/work/status";
import { cursorSchema } from "#lib/platform/cursor";
import { requiredText, rowNumber, seenVersion, several, text, z } from "#lib/platform/validation";
import { urgencies } from "#lib/reference/urgency";

const memberId = z.string().min(1).max(60);

/** `memberId`s left out mean: as proposed. */
export const confirmRouteSchema = z.object({
  claimId: z.uuid(),
  version: seenVersion,
  leadMemberId: memberId.optional(),
  writerMemberId: memberId.optional(),
  instructions: text(500).optional(),
  /** The version of the rules that proposed it to the person. */
  ruleSetId: z.uuid().optional(),
});
export type ConfirmRoute = z.infer<typeof confirmRouteSchema>;

export const undoRouteSchema = z.object({
  claimId: z.uuid(),
  version: seenVersion,
  reason: requiredText(300),
});
export type UndoRoute = z.infer<typeof undoRouteSchema>;

export const recallAssignmentSchema = z.object({ assignmentId: z.uuid(), reason: requiredText(300) });
export type RecallAssignment = z.infer<typeof recallAssignmentSchema>;

export const offerAssignmentSchema = z.object({
  claimId: z.uuid(),
  memberId,
  purpose: z.enum(assignmentPurposes),
  instructions: text(500).optional(),
});
export type OfferAssignment = z.infer<typeof offerAssignmentSchema>;

export const acceptAssignmentSchema = z.object({ assignmentId: z.uuid() });
export type AcceptAssignment = z.infer<typeof acceptAssignmentSchema>;

export const returnAssignmentSchema = z.object({ assignmentId: z.uuid(), reason: requiredText(300) });
export type ReturnAssignment = z.infer<typeof returnAssignmentSchema>;

export const handOverAssignmentSchema = z.object({
  assignmentId: z.uuid(),
  toMemberId: memberId,
  reason: requiredText(300),
});
export type HandOverAssignment = z.infer<typeof handOverAssignmentSchema>;

export const takeOverAssignmentSchema = z.object({ assignmentId: z.uuid(), reason: requiredText(300) });
export type TakeOverAssignment = z.infer<typeof takeOverAssignmentSchema>;

/** Whose it is to be, and whose it was when the person decided; left out is nobody's. */
export const assignPersonSchema = z.object({
  assignmentId: z.uuid(),
  userId: z.uuid().optional(),
  seenUserId: z.uuid().optional(),
});
export type AssignPerson = z.infer<typeof assignPersonSchema>;

export const assignmentFilterSchema = z.object({
  state: z.enum(["open", "passed-on", "done", "all"]).default("open"),
  /** Whose: everybody's, one's own, or what nobody of the member has taken. */
  whose: z.enum(["everybody", "mine", "nobody"]).default("everybody"),
  cursor: cursorSchema.optional(),
});
export type AssignmentFilter = z.infer<typeof assignmentFilterSchema>;

export const undoDecisionSchema = z.object({ eventId: z.uuid() });
export type UndoDecision = z.infer<typeof undoDecisionSchema>;

/** What can be decided about many claims at once. */
export const batchKinds = ["accept", "route", "close", "merge", "release", "urgency"] as const;
export type BatchKind = (typeof batchKinds)[number];

/** So many claims are decided about at once. */
export const MOST_AT_ONCE = 200;

/** What each decision needs besides the claims. */
const needs = {
  accept: [],
  route: [],
  release: [],
  close: ["closing"],
  merge: ["intoNumber", "reason"],
  urgency: ["urgency"],
} as const satisfies Record<BatchKind, readonly string[]>;

export const decideManySchema = z
  .object({
    decision: z.enum(batchKinds),
    claims: several(z.array(tickedClaim).min(1, { error: "required" }).max(MOST_AT_ONCE)),
    closing: z.enum(closings).optional(),
    channel: z.enum(otherChannels).optional(),
    /** The slug of the notice that already answers them. */
    answeredBy: z.string().max(60).optional(),
    /** Left out, those who asked read the kind text of the closing. */
    note: text(500).optional(),
    intoNumber: rowNumber.optional(),
    reason: text(300).optional(),
    urgency: z.enum(urgencies).optional(),
  })
  .superRefine((input, { addIssue }) => {
    const missing: readonly string[] = [
      ...needs[input.decision].filter((field) => !input[field]),
      ...(input.decision === "close" && input.closing === "other-channel" && !input.channel
        ? ["channel"]
        : []),
      ...(input.decision === "close" && input.closing === "answered" && !input.answeredBy
        ? ["answeredBy"]
        : []),
    ];
    for (const field of missing) addIssue({ code: "custom", message: "required", path: [field] });
  });
export type DecideMany = z.infer<typeof decideManySchema>;

export const undoManySchema = z.object({ batchId: z.uuid() });
export type UndoMany = z.infer<typeof undoManySchema>;

declare global {
  namespace PrismaJson {
    type BatchKind = import("./schema.ts").BatchKind;
  }
}
