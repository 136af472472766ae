import { createHmac } from "node:crypto";
import { citizen } from "#lib/access/actor";
import type { Locale } from "#lib/i18n/locale";
import { hashReceipt, makeReceipt } from "#lib/intake/receipt";
import type { ReportChannel, SeenOn } from "#lib/intake/schema";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seal } from "#lib/platform/sealed-box";
import { deriveKey } from "#lib/platform/secrets";
import { redact } from "#lib/wording/redaction";
import { eventRow } from "./events.ts";
import { readyReference } from "./reference.ts";
import { insertRows, noRows, type Rows } from "./rows.ts";

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

/** Adds a report and the event of its arrival to the rows. */
export function addReport(rows: Rows, story: ReportStory): SeededReport {
  const { submittedAt = now(), topicId = null, divisionCode = null, memberId = null } = story;
  const id = newId();
  const receipt = makeReceipt();
  const receiptHash = hashReceipt(receipt);
  if (!receiptHash) throw new Error("a receipt was made that cannot be read again");
  const { text, redactions } = redact(story.text);
  const payloadHash = createHmac("sha256", deriveKey("payload")).update(story.text).digest();
  rows.reports.push({
    id,
    receiptHash: Uint8Array.from(receiptHash),
    payloadHash: Uint8Array.from(payloadHash),
    text,
    urls: story.urls ?? [],
    seenOn: story.seenOn ?? null,
    note: story.note ?? null,
    topicId,
    divisionCode,
    locale: story.locale ?? "zh-CN",
    channel: story.channel ?? "web",
    memberId,
    redactions,
    submittedAt,
  });
  if (story.email) {
    const sealed = Uint8Array.from(seal("contact", id, story.email));
    rows.contacts.push({ reportId: id, kind: "email", sealed, createdAt: submittedAt });
  }
  rows.events.push(eventRow({ type: "report.submitted", actor: citizen, at: submittedAt, subjectId: id }));
  return { id, receipt, text, submittedAt };
}

/** A report that has just been filed and belongs to no claim yet. */
export async function seedReport(story: Partial<ReportStory> = {}): Promise<SeededReport> {
  await readyReference();
  const rows = noRows();
  const report = addReport(rows, { text: `网传消息${newId().slice(-6)}，想问问是不是真的。`, ...story });
  await db.$transaction((tx) => insertRows(tx, rows));
  return report;
}
