import { claimStatuses } from "#lib/claims/status";
import { verdicts } from "#lib/investigation/vocabulary";
import { cursorSchema } from "#lib/platform/cursor";
import { z } from "#lib/platform/validation";

export const memberReportQuerySchema = z.object({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type MemberReportQuery = z.infer<typeof memberReportQuerySchema>;

export const memberReportPathSchema = z.object({ id: z.uuid() });

/** A report that a member's application filed, as it is told to that member. */
export const memberReportSchema = z
  .object({
    id: z.string(),
    submittedAt: z.iso.datetime({ offset: true }),
    state: z.enum(claimStatuses).meta({ description: "Where its claim stands." }),
    text: z.string().meta({ description: "As it is kept: without personal details." }),
    urls: z.array(z.string()),
    debunk: z
      .object({ slug: z.string(), url: z.url(), title: z.string(), verdict: z.enum(verdicts) })
      .optional()
      .meta({ description: "The published notice that answers it." }),
  })
  .meta({ id: "MemberReport" });

export const memberReportListSchema = z
  .object({
    items: z.array(memberReportSchema),
    nextCursor: z.string().nullable().meta({ description: "Give it as `cursor` for the next page." }),
  })
  .meta({ id: "MemberReportList" });

export type MemberReportBody = z.infer<typeof memberReportSchema>;
export type MemberReportListBody = z.infer<typeof memberReportListSchema>;
