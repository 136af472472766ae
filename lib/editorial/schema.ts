import { verdicts } from "#lib/investigation/vocabulary";
import { requiredText, seenVersion, several, text, ticked, z } from "#lib/platform/validation";
import { correctionKinds, reviewStages } from "./status.ts";

export const draftPointSchema = z.object({
  text: text(1000).default(""),
  evidenceIds: several(z.array(z.uuid()).max(20)),
});

/** A draft may be saved unfinished; `draftProblems` says what is missing before it can go to review. */
export const draftContentSchema = z.object({
  title: requiredText(80),
  titleEn: text(160).default(""),
  verdict: z.enum(verdicts),
  summary: text(200).default(""),
  claimed: text(1000).default(""),
  points: several(z.array(draftPointSchema).max(12)),
  advice: text(1000).default(""),
  howWeKnow: text(2000).default(""),
  organisation: text(120).default(""),
  criticises: ticked,
  noPrivatePerson: ticked,
});

export const saveDraftSchema = z.object({
  claimId: z.uuid(),
  /** The draft and the version of it that the writer edited; 0 for a new one. */
  draftId: z.uuid().optional(),
  baseVersion: z.coerce.number().int().min(0),
  content: draftContentSchema,
});
export type SaveDraft = z.infer<typeof saveDraftSchema>;

/** The words of a text of which somebody says that they are public or needed, although they may tell who or where a person is. */
export const keptDetails = several(z.array(z.string().max(200)).max(100)).optional();

export const submitDraftSchema = z.object({ draftId: z.uuid(), version: seenVersion, kept: keptDetails });
export type SubmitDraft = z.infer<typeof submitDraftSchema>;

export const reviewDraftSchema = z
  .object({
    draftId: z.uuid(),
    version: seenVersion,
    stage: z.enum(reviewStages),
    decision: z.enum(["approved", "returned"]),
    checklist: several(z.array(z.string().max(40)).max(10)),
    comment: text(1000).default(""),
  })
  .refine((input) => input.decision === "approved" || input.comment !== "", {
    error: "required",
    path: ["comment"],
  });
export type ReviewDraft = z.infer<typeof reviewDraftSchema>;

export const abandonCorrectionSchema = z.object({ draftId: z.uuid(), reason: requiredText(300) });
export type AbandonCorrection = z.infer<typeof abandonCorrectionSchema>;

export const openCorrectionSchema = z.object({
  claimId: z.uuid(),
  kind: z.enum(correctionKinds),
  note: requiredText(500),
});
export type OpenCorrection = z.infer<typeof openCorrectionSchema>;
