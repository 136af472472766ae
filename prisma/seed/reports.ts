import type { Locale } from "#lib/i18n/locale";
import { hashReceipt } from "#lib/intake/receipt";
import type { ReportChannel, SeenOn } from "#lib/intake/schema";
import { submitReport } from "#lib/intake/submit-report";
import { at, withoutReactions } from "#lib/platform/at";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { readyReference } from "./reference.ts";
import { done } from "./tell.ts";

export type ReportStory = {
  text: string;
  urls?: string[];
  seenOn?: SeenOn;
  note?: string;
  topicId?: string;
  divisionCode?: string;
  submittedAt?: Date;
  locale?: Locale;
  channel?: ReportChannel;
  memberId?: string;
  /** An e-mail address, sealed as intake does. */
  email?: string;
};

/** A filed report with its receipt, which the database does not hold. */
export type SeededReport = { id: string; receipt: string; text: string; submittedAt: Date };

/** Files a report now, and tells what only its sender knows. */
export async function fileReport(story: ReportStory): Promise<SeededReport> {
  const { text, urls, seenOn, note, email, locale = "zh-CN", channel = "web", memberId } = story;
  const { receipt } = await done(
    submitReport(
      {
        text,
        urls,
        seenOn,
        note,
        topic: story.topicId,
        division: story.divisionCode,
        ...(email && { contact: { email } }),
      },
      { locale, channel, memberId },
    ),
  );
  const receiptHash = Uint8Array.from(hashReceipt(receipt) ?? []);
  const filed = { id: true, text: true, submittedAt: true } as const;
  return { receipt, ...(await db.report.findUniqueOrThrow({ where: { receiptHash }, select: filed })) };
}

/** A report that has just been filed and belongs to no claim yet. */
export async function seedReport(story: Partial<ReportStory> = {}): Promise<SeededReport> {
  await readyReference();
  const text = `网传消息${newId().slice(-6)}，想问问是不是真的。`;
  return withoutReactions(() => at(story.submittedAt ?? now(), () => fileReport({ text, ...story })));
}
