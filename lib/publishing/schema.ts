import { keptDetails } from "#lib/editorial/schema";
import { verdicts } from "#lib/investigation/vocabulary";
import { cursorSchema } from "#lib/platform/cursor";
import { day, seenVersion, text, z } from "#lib/platform/validation";

export const publishDebunkSchema = z.object({
  draftId: z.uuid(),
  version: seenVersion,
  kept: keptDetails,
});
export type PublishDebunk = z.infer<typeof publishDebunkSchema>;

/** What the public list can be narrowed to (api.md); an unknown value is refused. */
export const debunkFilterSchema = z.object({
  q: text(200)
    .optional()
    .meta({ description: "Words, names of places or pinyin, one mistyped; the best match comes first." }),
  topic: z.string().min(1).max(40).optional(),
  division: z
    .string()
    .regex(/^\d{6}$/, { error: "invalid" })
    .optional()
    .meta({ description: "GB/T 2260 code; includes everything below it." }),
  verdict: z.enum(verdicts).optional(),
  from: day.optional().meta({ description: "First day of publication, in Asia/Shanghai." }),
  to: day.optional().meta({ description: "Last day of publication, in Asia/Shanghai." }),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type DebunkFilter = z.infer<typeof debunkFilterSchema>;
