import { UPLOADS_PER_REPORT } from "#lib/files/media";
import { uploadIdSchema } from "#lib/files/upload-schema";
import { type Locale, locales } from "#lib/i18n/locale";
import { now } from "#lib/platform/clock";
import { EARLIEST_DAY, email, text, webUrl, z } from "#lib/platform/validation";
import { noReceipt } from "#lib/wording/receipt-guard";
import type { Suspicion } from "./suspicion.ts";

/** Where a citizen saw the claim. */
export const seenOnPlaces = [
  "wechat",
  "weibo",
  "douyin",
  "kuaishou",
  "xiaohongshu",
  "qq",
  "web",
  "sms",
  "offline",
  "other",
] as const;
export type SeenOn = (typeof seenOnPlaces)[number];

/** The door through which a report came in. */
export type ReportChannel = "web" | "api" | "member";

export const LINKS_PER_REPORT = 10;
const FIVE_MINUTES = 5 * 60_000;

/** A telephone number as people write it; a wrong one only means that nobody can be called back. */
const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9\s-]{5,18}$/, { error: "badPhone" });

export const contactSchema = z
  .object({ email: email.optional(), phone: phone.optional() })
  .refine((contact) => contact.email !== undefined || contact.phone !== undefined, { error: "atLeastOne" })
  .meta({ id: "Contact", description: "Optional; kept sealed and apart, deleted 30 days after closing." });

/** What a report may say: at least a text, a link or a file. */
export const reportSchema = z
  .object({
    text: text()
      .refine(...noReceipt)
      .optional()
      .meta({ description: "The claim in the words in which it was seen." }),
    urls: z
      .array(webUrl.refine(...noReceipt))
      .max(LINKS_PER_REPORT)
      .optional(),
    uploadIds: z.array(uploadIdSchema).max(UPLOADS_PER_REPORT).optional(),
    topic: z.string().max(40).optional(),
    division: z
      .string()
      .regex(/^\d{6}$/, { error: "invalid" })
      .optional()
      .meta({ description: "GB/T 2260 code." }),
    seenOn: z.enum(seenOnPlaces).optional(),
    seenAt: z.iso
      .datetime({ offset: true, error: "badDate" })
      .refine((value) => value >= EARLIEST_DAY, { error: "badDate" })
      .refine((value) => new Date(value).getTime() <= now().getTime() + FIVE_MINUTES, { error: "inFuture" })
      .optional(),
    note: text(1000)
      .refine(...noReceipt)
      .optional(),
    contact: contactSchema.optional(),
    locale: z.enum(locales).optional(),
  })
  .refine(({ text, urls = [], uploadIds = [] }) => Boolean(text) || urls.length > 0 || uploadIds.length > 0, {
    error: "atLeastOne",
    path: ["text"],
  });

export type NewReport = z.infer<typeof reportSchema>;

export const receiptSchema = z.object({ receipt: z.string().min(1).max(100) }).meta({ id: "ReceiptLookup" });

/** Where and how a report arrived; never from the sender's own words. */
export type Arrival = {
  channel: ReportChannel;
  locale: Locale;
  idempotencyKey?: string | undefined;
  /** The member whose application filed it, with channel "member". */
  memberId?: string | undefined;
  /** What a detector thought of how it arrived. */
  suspicion?: Suspicion | undefined;
  /** The secret that this browser's uploads were made with. */
  uploadOwner?: string | undefined;
};

declare global {
  namespace PrismaJson {
    type SeenOn = import("./schema.ts").SeenOn;
    type Locale = import("#lib/i18n/locale").Locale;
    type ReportChannel = import("./schema.ts").ReportChannel;
    type ContactKind = "email" | "phone";
  }
}
