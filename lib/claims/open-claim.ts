import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { tokensOf } from "#lib/matching/tokens";
import { db, isUniqueViolation } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { shorten } from "#lib/platform/text";
import type { Urgency } from "#lib/reference/urgency";
import { dueTimes } from "./clocks.ts";

const WORDING_LIMIT = 120;

/** Makes a claim of a new report, so that it stands in the desk's queue. Running twice changes nothing. */
export async function openClaim(reportId: string): Promise<void> {
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: {
      text: true,
      urls: true,
      topicId: true,
      divisionCode: true,
      submittedAt: true,
      topic: { select: { defaultUrgency: true } },
      claim: { select: { claimId: true } },
    },
  });
  if (!report || report.claim) return;
  const { submittedAt } = report;
  const id = newId();
  const wording = shorten(report.text || (report.urls[0] ?? ""), WORDING_LIMIT);
  const urgency: Urgency = report.topic?.defaultUrgency ?? "P2";
  try {
    await db.$transaction(async (tx) => {
      await tx.claim.create({
        data: {
          id,
          wording,
          status: "received",
          urgency,
          topicId: report.topicId,
          reportCount: 1,
          searchTokens: tokensOf(report.text, wording),
          createdAt: submittedAt,
          updatedAt: submittedAt,
          lastReportedAt: submittedAt,
          ...dueTimes(urgency, submittedAt),
        },
      });
      if (report.divisionCode)
        await tx.claimPlace.create({ data: { claimId: id, divisionCode: report.divisionCode } });
      await tx.claimReport.create({ data: { reportId, claimId: id, addedAt: submittedAt, reason: "first" } });
      await recordEvent(tx, {
        type: "claim.received",
        actor: system,
        subjectId: id,
        claimId: id,
        at: submittedAt,
      });
    });
  } catch (error) {
    // Another worker put the report into a claim in the meantime.
    if (!isUniqueViolation(error)) throw error;
  }
}
