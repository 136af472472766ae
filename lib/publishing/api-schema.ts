import { claimStatuses, otherChannels } from "#lib/claims/status";
import { correctionKinds } from "#lib/editorial/status";
import { evidenceTypes, replyOutcomes, verdicts } from "#lib/investigation/vocabulary";
import { z } from "#lib/platform/validation";

/** ISO 8601 with an offset. */
const moment = z.iso.datetime({ offset: true });
const calendarDay = z.iso.date();
const named = z.object({ id: z.string(), zh: z.string(), en: z.string() });

/** Where a notice is found; anything else names none. */
export const debunkPathSchema = z.object({
  slug: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .meta({ description: "The last part of the notice's address." }),
});
export const versionPathSchema = debunkPathSchema.extend({
  n: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .meta({ description: "The number of the version, from 1." }),
});

const verdict = z.enum(verdicts);
const status = z.enum(["published", "corrected", "retracted"]);

const content = z
  .object({
    title: z.string(),
    titleEn: z.string().meta({ description: "Empty where there is none." }),
    verdict,
    summary: z.string(),
    claimed: z.string().meta({ description: "What is being said, told neutrally." }),
    points: z.array(
      z.object({
        text: z.string(),
        evidence: z.array(z.number().int().min(1)).meta({ description: "Positions in `evidence`, from 1." }),
      }),
    ),
    evidence: z.array(
      z.object({
        type: z.enum(evidenceTypes),
        publisher: z.string(),
        title: z.string(),
        url: z.string().nullable(),
        archivedUrl: z.string().nullable(),
        publishedOn: calendarDay.nullable(),
        shows: z.string(),
        isPrimary: z.boolean(),
      }),
    ),
    advice: z.string(),
    howWeKnow: z.string(),
    replies: z.array(
      z.object({
        organisation: z.string(),
        askedOn: calendarDay,
        outcome: z.enum(replyOutcomes),
        reply: z.string().nullable(),
      }),
    ),
    verifiedBy: z.array(named),
    writtenBy: named,
    reviewedBy: z.array(named).meta({ description: "First, second and final review." }),
  })
  .meta({ id: "NoticeContent", description: "What a version says, complete in itself." });

const correction = z
  .object({ kind: z.enum(correctionKinds), note: z.string() })
  .meta({ id: "Correction", description: "Why this version replaced the one before." });

const version = z
  .object({ version: z.number().int().min(1), publishedAt: moment, correction: correction.nullable() })
  .meta({ id: "NoticeVersionSummary" });

const item = z.object({
  slug: z.string(),
  url: z.url(),
  title: z.string(),
  titleEn: z.string().nullable(),
  verdict,
  status,
  summary: z.string(),
  claim: z.string().meta({ description: "The canonical wording of the claim that was checked." }),
  topic: named,
  divisions: z
    .array(z.string())
    .meta({ description: "GB/T 2260 codes of the places it concerns and of everything above them." }),
  reportCount: z.number().int().min(0).meta({ description: "How many citizens asked about it." }),
  version: z.number().int().min(1),
  publishedAt: moment,
  updatedAt: moment,
});

export const debunkListSchema = z
  .object({
    items: z.array(item.meta({ id: "NoticeSummary" })),
    nextCursor: z.string().nullable().meta({ description: "Give it as `cursor` for the next page." }),
  })
  .meta({ id: "NoticeList" });

export const debunkSchema = item
  .extend({
    adoptions: z.number().int().min(0).meta({ description: "How many members have republished it." }),
    content,
    versions: z.array(version),
  })
  .meta({ id: "Notice" });

export const versionListSchema = z
  .object({ items: z.array(version), nextCursor: z.null() })
  .meta({ id: "NoticeVersionList" });

export const debunkVersionSchema = version
  .extend({
    slug: z.string(),
    status: status.meta({ description: "Where the notice stands now, whatever this version says." }),
    currentVersion: z.number().int().min(1),
    content,
  })
  .meta({ id: "NoticeVersion" });

/** How a claim ended without a notice of its own. */
export const closingSchema = z
  .object({ note: z.string(), channel: z.enum(otherChannels).nullable() })
  .meta({ description: "Why it ended without a notice of its own, and where it belongs instead." });

/** What a citizen learns by the receipt. */
export const trackingSchema = z
  .object({
    state: z.enum(claimStatuses),
    timeline: z.array(z.object({ at: moment, event: z.string(), text: z.string() })),
    question: z
      .object({ at: moment, text: z.string() })
      .optional()
      .meta({ description: "What the desk wants to know; the newest question without an answer." }),
    closing: closingSchema.optional(),
    debunk: z
      .object({
        slug: z.string(),
        url: z.url(),
        title: z.string(),
        titleEn: z.string().nullable(),
        verdict,
        status,
      })
      .optional(),
  })
  .meta({ id: "Tracking" });

export type DebunkListBody = z.infer<typeof debunkListSchema>;
export type DebunkBody = z.infer<typeof debunkSchema>;
export type VersionListBody = z.infer<typeof versionListSchema>;
export type DebunkVersionBody = z.infer<typeof debunkVersionSchema>;
export type TrackingBody = z.infer<typeof trackingSchema>;
