import { claimStatuses } from "#lib/claims/status";
import { uploadIdSchema } from "#lib/files/upload-schema";
import { receiptAnswerSchema } from "#lib/intake/api-schema";
import { verdicts } from "#lib/investigation/vocabulary";
import { text, webUrl, z } from "#lib/platform/validation";
import { closingSchema } from "#lib/publishing/api-schema";
import { noReceipt } from "#lib/wording/receipt-guard";
import { answersShown } from "./bounds.ts";

/** What somebody asks: at least one of text, link and picture. */
export const matchQuestionSchema = z
  .object({
    text: text()
      .refine(...noReceipt)
      .optional()
      .meta({ description: "The message, as it was forwarded." }),
    url: webUrl.refine(...noReceipt).optional(),
    uploadId: uploadIdSchema.optional(),
    limit: z.number().int().min(1).max(answersShown.most).default(answersShown.usually),
  })
  .refine(({ text, url, uploadId }) => Boolean(text || url || uploadId), {
    error: "atLeastOne",
    path: ["text"],
  })
  .meta({ id: "MatchQuestion" });

/** A notice, a claim that is being worked on, or one that was closed with a decision, about what somebody asked. */
const matchSchema = z
  .object({
    kind: z.enum(["debunk", "claim"]),
    id: z.string().meta({ description: "The claim's, for both kinds." }),
    slug: z.string().optional(),
    claim: z.string().meta({ description: "The claim as a sentence." }),
    title: z.string(),
    verdict: z.enum(verdicts).optional(),
    summary: z.string().optional().meta({ description: "The notice's conclusion, in a sentence or two." }),
    advice: z.string().optional().meta({ description: "What the notice says that one can do." }),
    closing: closingSchema.optional(),
    state: z.enum(claimStatuses),
    score: z.number().min(0).max(1).meta({ description: "The chance that it is the same claim." }),
    level: z
      .enum(["same", "similar"])
      .meta({ description: "`same` may answer by itself; `similar` is for a person to judge." }),
    why: z.array(z.string()).meta({ description: "The stretches of the question that it has too." }),
    url: z.string().optional(),
    publishedAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: "Match" });

export type Match = z.infer<typeof matchSchema>;

/** What is known about it. */
export const matchAnswerSchema = z
  .object({
    matches: z.array(matchSchema),
    answered: z.boolean().meta({ description: "Whether the first match is a notice about the same claim." }),
  })
  .meta({ id: "MatchAnswer" });

export type MatchAnswer = z.infer<typeof matchAnswerSchema>;

/** The answer to a filed report. */
export const filedSchema = receiptAnswerSchema
  .extend({
    matches: z
      .array(matchSchema)
      .meta({ description: "Known notices about the same thing, and what the desk has decided about it." }),
    matched: z.boolean().meta({ description: "Whether it was looked for: in a rush nobody does." }),
  })
  .meta({ id: "FiledReport" });
