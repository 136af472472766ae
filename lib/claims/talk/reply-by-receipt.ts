import { citizen } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { lockReport } from "#lib/claims/reports/lock-report";
import type { ReplyByReceipt } from "#lib/claims/schema";
import { isOpen } from "#lib/claims/status";
import { noteReply } from "#lib/claims/wake-for-news";
import { hashReceipt } from "#lib/intake/receipt";
import { after, days, minutes, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { redact } from "#lib/wording/redaction";
import { MESSAGES_A_DAY } from "./conversation.ts";

export type ReplyOutcome =
  | { ok: true }
  | { ok: false; reason: "UNKNOWN_RECEIPT" | "CLAIM_ENDED" | "TOO_MANY" };

/** Sent again within this time, the same words are the same message. */
const SAME_WITHIN = minutes(10);

/**
 * Answers the desk's question, or adds to the report, by receipt alone and while the claim is open. Personal details are
 * removed before anything is stored. A wrong receipt and one that never existed are the same.
 */
export async function replyByReceipt({ receipt, text }: ReplyByReceipt): Promise<ReplyOutcome> {
  const receiptHash = hashReceipt(receipt);
  const report =
    receiptHash &&
    (await db.report.findUnique({
      where: { receiptHash: Uint8Array.from(receiptHash) },
      select: { id: true },
    }));
  if (!report) return { ok: false, reason: "UNKNOWN_RECEIPT" };
  return db.$transaction((tx) => add(tx, report.id, redact(text).text));
}

async function add(tx: Tx, reportId: string, text: string): Promise<ReplyOutcome> {
  const claim = await lockReport(tx, reportId);
  if (claim && !isOpen(claim.status)) return { ok: false, reason: "CLAIM_ENDED" };
  const today = await tx.reportMessage.findMany({
    where: { reportId, author: "citizen", at: { gt: after(now(), -days(1)) } },
    orderBy: { at: "desc" },
    select: { text: true, at: true },
  });
  const [last] = today;
  if (last?.text === text && last.at > after(now(), -SAME_WITHIN)) return { ok: true };
  if (today.length >= MESSAGES_A_DAY) return { ok: false, reason: "TOO_MANY" };
  const id = newId();
  await tx.reportMessage.create({ data: { id, reportId, author: "citizen", text, at: now() } });
  if (claim) await noteReply(tx, claim.id);
  await recordEvent(tx, {
    type: "report.replied",
    actor: citizen,
    subjectId: reportId,
    ...(claim && { claimId: claim.id }),
    data: { message: id },
  });
  return { ok: true };
}
