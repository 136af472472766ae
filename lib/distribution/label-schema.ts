import { verdicts } from "#lib/investigation/vocabulary";
import { requiredText, z } from "#lib/platform/validation";
import { sequenceCursorSchema } from "./sequence-cursor.ts";
import { labelActions, labelOutcomes } from "./vocabulary.ts";

const LIMIT = 20;
const MOST = 100;
const MOST_MARKED = 1_000_000_000;
const LONGEST_REASON = 300;

export const labelQuerySchema = z.object({
  cursor: sequenceCursorSchema.optional().meta({ description: "The nextCursor of the answer before." }),
  limit: z.coerce.number().int().min(1).max(MOST).default(LIMIT),
});
export type LabelQuery = z.infer<typeof labelQuerySchema>;

/** What is signed. */
export const labelPayloadSchema = z
  .object({
    id: z.string(),
    slug: z.string().meta({ description: "The notice. Of a slug the highest version holds." }),
    version: z.number().int(),
    action: z.enum(labelActions).meta({
      description: "`label`: put the words beside what carries the claim. `revoke`: take them away.",
    }),
    verdict: z.enum(verdicts),
    words: z
      .object({ "zh-CN": z.string(), en: z.string() })
      .nullable()
      .meta({ description: "What the label may say; null when it is revoked." }),
    wordings: z
      .array(z.string())
      .meta({ description: "How the claim is worded, the published words first." }),
    links: z.array(z.string()).meta({
      description:
        "Posts that carry the claim: SHA-256, in hexadecimal, of the name of the site, a colon and the name of the post, such as `weibo:5012345678901234`.",
    }),
    pictures: z
      .array(z.string())
      .meta({ description: "Pictures that carry it: perceptual hashes of 64 bits (DCT), in hexadecimal." }),
    url: z.url().meta({ description: "The notice, for whoever wants to know more." }),
    validFrom: z.iso.datetime({ offset: true }),
    validUntil: z.iso.datetime({ offset: true }).nullable().meta({ description: "Null: until a newer one." }),
    supersedes: z
      .string()
      .nullable()
      .meta({ description: "The label of the version before, in whose place this one comes." }),
  })
  .meta({ id: "LabelPayload" });
export type LabelPayload = z.infer<typeof labelPayloadSchema>;

/** What a platform made of a label, as it stands now. */
export const labelAnswerSchema = z
  .object({
    outcome: z.enum(labelOutcomes),
    marked: z.number().int().nullable(),
    reason: z.string().nullable().meta({ description: "Without personal details." }),
    at: z.iso.datetime({ offset: true }),
  })
  .meta({ id: "LabelAnswer" });

export const labelSchema = z
  .object({
    id: z.string(),
    jws: z.string().meta({
      description: "The label as a compact JWS (RFC 7515, EdDSA); its key is in `/.well-known/jwks.json`.",
    }),
    payload: labelPayloadSchema.meta({ description: "What the JWS says; it alone is not signed." }),
    supersededBy: z
      .string()
      .nullable()
      .meta({ description: "The newer label that has come in its place; not signed." }),
    answer: labelAnswerSchema
      .nullable()
      .optional()
      .meta({ description: "With a member's key: what that member answered." }),
  })
  .meta({ id: "Label" });
export type Label = z.infer<typeof labelSchema>;

export const labelPathSchema = z.object({ id: z.string().max(100) });

export const labelListSchema = z
  .object({
    items: z.array(labelSchema),
    nextCursor: z
      .string()
      .meta({ description: "Ask with it for what comes next, also when there is nothing now." }),
  })
  .meta({ id: "LabelList" });
export type LabelList = z.infer<typeof labelListSchema>;

const MOST_OF_ID = 100;
const labelId = z.string().max(MOST_OF_ID);

export const answerLabelSchema = z
  .discriminatedUnion("outcome", [
    z.object({
      labelId,
      outcome: z.literal("labelled"),
      marked: z
        .number()
        .int()
        .min(1)
        .max(MOST_MARKED)
        .meta({ description: "Beside how many posts the label stands." }),
    }),
    z.object({ labelId, outcome: z.literal("declined"), reason: requiredText(LONGEST_REASON) }),
    z.object({ labelId, outcome: z.literal("no-match") }),
  ])
  .meta({ id: "NewLabelAnswer" });
export type AnswerLabel = z.infer<typeof answerLabelSchema>;
