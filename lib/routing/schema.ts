import { assignmentPurposes } from "#lib/claims/work/status";
import { cursorSchema } from "#lib/platform/cursor";
import { requiredText, seenVersion, text, z } from "#lib/platform/validation";

const memberId = z.string().min(1).max(60);

/** `memberId`s left out mean: as proposed. */
export const confirmRouteSchema = z.object({
  claimId: z.uuid(),
  version: seenVersion,
  leadMemberId: memberId.optional(),
  writerMemberId: memberId.optional(),
  instructions: text(500).optional(),
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

export const assignmentFilterSchema = z.object({
  state: z.enum(["open", "done", "all"]).default("open"),
  cursor: cursorSchema.optional(),
});
export type AssignmentFilter = z.infer<typeof assignmentFilterSchema>;
