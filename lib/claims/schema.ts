import { locales } from "#lib/i18n/locale";
import { receiptSchema } from "#lib/intake/schema";
import { suspicions } from "#lib/intake/suspicion";
import { cursorSchema, isRanked } from "#lib/platform/cursor";
import { requiredText, rowNumber, seenVersion, several, text, ticked, z } from "#lib/platform/validation";
import { urgencies } from "#lib/reference/urgency";
import { noReceipt } from "#lib/wording/receipt-guard";
import { snoozeSpans } from "./snooze.ts";
import { claimStatuses, closings, otherChannels } from "./status.ts";

const claimId = z.uuid();
const codes = several(z.array(z.string().regex(/^\d{6}$/)).max(20));

/** What the desk says of a claim: its wording, what it is about, where, and how urgent it is. */
const factsSchema = z.object({
  wording: requiredText(300),
  topicId: z.string().min(1).max(40),
  subtopicId: z.string().max(40).optional(),
  places: codes,
  urgency: z.enum(urgencies),
});
export type Facts = z.infer<typeof factsSchema>;

export const triageClaimSchema = factsSchema.extend({ claimId, version: seenVersion });
export type TriageClaim = z.infer<typeof triageClaimSchema>;

export const undoTriageSchema = z.object({ claimId, version: seenVersion, reason: requiredText(300) });
export type UndoTriage = z.infer<typeof undoTriageSchema>;

export const reviseClaimSchema = factsSchema.extend({ claimId, version: seenVersion });
export type ReviseClaim = z.infer<typeof reviseClaimSchema>;

export const closeClaimSchema = z
  .object({
    claimId,
    version: seenVersion,
    closing: z.enum(closings),
    /** Left out, those who asked read the kind text of the closing. */
    note: text(500).default(""),
    channel: z.enum(otherChannels).optional(),
    /** The slug of the notice that already answers the claim. */
    answeredBy: z.string().max(60).optional(),
  })
  .refine((input) => input.closing !== "other-channel" || input.channel !== undefined, {
    error: "required",
    path: ["channel"],
  })
  .refine((input) => input.closing !== "answered" || Boolean(input.answeredBy), {
    error: "required",
    path: ["answeredBy"],
  });
export type CloseClaim = z.infer<typeof closeClaimSchema>;

export const mergeClaimSchema = z.object({
  claimId,
  version: seenVersion,
  intoNumber: rowNumber,
  reason: requiredText(300),
});
export type MergeClaim = z.infer<typeof mergeClaimSchema>;

export const reopenClaimSchema = z.object({ claimId, version: seenVersion, reason: requiredText(300) });
export type ReopenClaim = z.infer<typeof reopenClaimSchema>;

export const waitForEvidenceSchema = z.object({ claimId, version: seenVersion, reason: requiredText(300) });
export type WaitForEvidence = z.infer<typeof waitForEvidenceSchema>;

export const resumeClaimSchema = z.object({ claimId, version: seenVersion });
export type ResumeClaim = z.infer<typeof resumeClaimSchema>;

export const snoozeClaimSchema = z.object({
  claimId,
  version: seenVersion,
  span: z.enum(snoozeSpans),
  reason: requiredText(300),
  /** When the newest answer came that the person has seen. */
  seenReply: z.preprocess((value) => value || undefined, z.coerce.date().optional()),
});
export type SnoozeClaim = z.infer<typeof snoozeClaimSchema>;

export const wakeClaimSchema = z.object({ claimId, version: seenVersion });
export type WakeClaim = z.infer<typeof wakeClaimSchema>;

export const readAnswersSchema = z.object({
  claimId,
  /** When the newest answer came that the person has seen. */
  seenReply: z.coerce.date(),
});
export type ReadAnswers = z.infer<typeof readAnswersSchema>;

export const releaseClaimSchema = z.object({ claimId, version: seenVersion });
export type ReleaseClaim = z.infer<typeof releaseClaimSchema>;

/** A claim with the version that the person saw, as one ticked box sends it. */
export const tickedClaim = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/)
  .transform((value) => ({ claimId: value.slice(0, 36), version: Number(value.slice(37)) }))
  .pipe(z.object({ claimId, version: z.number().int().positive() }));

export const readContactSchema = z.object({ reportId: z.uuid(), reason: requiredText(300) });
export type ReadContact = z.infer<typeof readContactSchema>;

export const rejectMatchSchema = z.object({ claimId, otherId: z.uuid() });
export type RejectMatch = z.infer<typeof rejectMatchSchema>;

export const confirmReportSchema = z.object({ reportId: z.uuid() });
export type ConfirmReport = z.infer<typeof confirmReportSchema>;

export const separateReportSchema = z.object({ reportId: z.uuid() });
export type SeparateReport = z.infer<typeof separateReportSchema>;

export const splitClaimSchema = z.object({
  claimId,
  version: seenVersion,
  reportIds: several(z.array(z.uuid()).min(1, { error: "required" }).max(100)),
  /** Left out, the words of its first report. */
  wording: text(300).optional(),
  reason: requiredText(300),
});
export type SplitClaim = Omit<z.infer<typeof splitClaimSchema>, "version" | "reason"> & {
  version?: number;
  reason?: string;
};

const message = (limit?: number) => requiredText(limit).refine(...noReceipt);

export const askReporterSchema = z.object({ reportId: z.uuid(), text: message(1000) });
export type AskReporter = z.infer<typeof askReporterSchema>;

export const replyByReceiptSchema = receiptSchema
  .extend({
    text: message().meta({ description: "An answer to the desk's question, or more about the report." }),
  })
  .meta({ id: "ReportReply" });
export type ReplyByReceipt = z.infer<typeof replyByReceiptSchema>;

/** A new version of what everybody reads whose claim is closed so, and the number of the one that was seen. */
export const rewordAnswerSchema = z.object({
  closing: z.enum(closings),
  language: z.enum(locales),
  number: z.coerce.number().int().min(0),
  text: message(500),
});
export type RewordAnswer = z.infer<typeof rewordAnswerSchema>;

/** The views in which somebody has to act, in the order in which they have to. */
const actingViews = ["new", "open", "overdue", "answered", "mine", "snoozed"] as const;
const views = [...actingViews, "published", "closed", "all", "quarantine"] as const;
export type QueueView = (typeof views)[number];

/** Whether the claims of a view stand by how soon somebody has to act, and not by their last report. */
export const isActing = (view: QueueView): boolean => (actingViews as readonly QueueView[]).includes(view);

const some = <Item extends z.ZodType>(item: Item) => several(z.array(item).max(20));

/** What a queue can be narrowed to, by several values of a kind at once; an unknown value shows as an error, never as an empty list. */
export const queueFilterSchema = z
  .object({
    view: z.enum(views).default("open"),
    /** Why a detector kept it apart, in the view of those. */
    suspicion: z.enum(suspicions).optional(),
    status: some(z.enum(claimStatuses)),
    topic: some(z.string().max(40)),
    division: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    urgency: some(z.enum(urgencies)),
    q: text(100).optional(),
    /** The filters are shown although none is chosen. */
    more: z.literal("1").optional(),
    /** Whether claims are ticked, to be decided about together. */
    pick: z.literal("1").optional(),
    cursor: cursorSchema.optional(),
  })
  // A place in one order is none in another.
  .refine(({ view, q, cursor }) => !cursor || isRanked(cursor) === (isActing(view) && !q), {
    error: "invalid",
    path: ["cursor"],
  });
export type QueueFilter = Partial<z.infer<typeof queueFilterSchema>> & { view: QueueView };

/** What an address names: several values of one name are a list, and an empty control is absent. */
export function filterIn(params: readonly (readonly [string, string | readonly string[] | undefined])[]) {
  const given = new Map<string, string[]>();
  for (const [name, value] of params)
    for (const one of [value ?? []].flat())
      if (one !== "") given.set(name, [...(given.get(name) ?? []), one]);
  return Object.fromEntries(
    [...given].map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  );
}

/** The query of an address of the queue, as the filter that it names without its page. */
const savedFilter = z
  .string()
  .max(2000)
  .transform((query): unknown => filterIn([...new URLSearchParams(query)]))
  .pipe(queueFilterSchema)
  .transform(({ cursor: _, more: __, pick: ___, ...filter }) => filter);

export const saveViewSchema = z.object({ name: requiredText(40), filter: savedFilter, isShared: ticked });
export type SaveView = Omit<z.infer<typeof saveViewSchema>, "filter"> & { filter: QueueFilter };

export const deleteViewSchema = z.object({ viewId: z.uuid() });
export type DeleteView = z.infer<typeof deleteViewSchema>;

/** The last days that figures are about. */
export const periodSchema = z.object({ days: z.coerce.number().int().min(1).max(3650).default(30) });
