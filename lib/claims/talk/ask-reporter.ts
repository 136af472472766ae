import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { lockReport } from "#lib/claims/reports/lock-report";
import type { AskReporter } from "#lib/claims/schema";
import { isOpen } from "#lib/claims/status";
import { workersOn } from "#lib/claims/work/queries";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { redact } from "#lib/wording/redaction";

export type AskOutcome = { ok: true } | { ok: false; reason: "MOVE_REFUSED" };

/** Asks the sender of a report something, who reads it with the receipt; those who left an e-mail address are told that there is a question. */
export async function askReporter(actor: Actor, { reportId, text }: AskReporter): Promise<AskOutcome> {
  return db.$transaction(async (tx): Promise<AskOutcome> => {
    const claim = await lockReport(tx, reportId);
    if (!claim) throw new AppError("NOT_FOUND");
    const by = assertCan(actor, "report.question", { memberIds: await workersOn(claim.id, undefined, tx) });
    if (!isOpen(claim.status)) return { ok: false, reason: "MOVE_REFUSED" };
    const id = newId();
    await tx.reportMessage.create({
      data: { id, reportId, author: "desk", text: redact(text).text, byUserId: actor.userId, at: now() },
    });
    // Whoever asks has read what was answered before.
    await tx.claim.updateMany({
      where: { id: claim.id, NOT: { repliedAt: null } },
      data: { repliedAt: null },
    });
    await recordEvent(tx, {
      type: "report.questioned",
      actor: by,
      subjectId: reportId,
      claimId: claim.id,
      data: { message: id },
    });
    return { ok: true };
  });
}
