import { dayOf, now } from "#lib/platform/clock";
import { day, requiredText, text, ticked, webUrl, z } from "#lib/platform/validation";
import { evidenceTypes, replyOutcomes, verdicts } from "./vocabulary.ts";

const claimId = z.uuid();
const pastDay = day.refine((value) => value <= dayOf(now()), { error: "inFuture" });

export const addEvidenceSchema = z.object({
  claimId,
  type: z.enum(evidenceTypes),
  publisher: requiredText(120),
  title: requiredText(200),
  url: webUrl.optional(),
  archivedUrl: webUrl.optional(),
  publishedOn: pastDay.optional(),
  shows: requiredText(1000),
  isPrimary: ticked,
});
export type AddEvidence = z.infer<typeof addEvidenceSchema>;

export const withdrawEvidenceSchema = z.object({ evidenceId: z.uuid(), reason: requiredText(300) });
export type WithdrawEvidence = z.infer<typeof withdrawEvidenceSchema>;

export const submitFindingSchema = z.object({
  claimId,
  verdict: z.enum(verdicts),
  /** One point a line. */
  keyPoints: requiredText(3000),
  howWeKnow: requiredText(2000),
});
export type SubmitFinding = z.infer<typeof submitFindingSchema>;

export const recordReplySchema = z.object({
  claimId,
  organisation: requiredText(120),
  askedOn: pastDay,
  outcome: z.enum(replyOutcomes),
  reply: text(2000).optional(),
});
export type RecordReply = z.infer<typeof recordReplySchema>;
