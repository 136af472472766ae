import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { type ClaimOutcome, holdClaims, loadClaim } from "#lib/claims/change-claim";
import { openClaim } from "#lib/claims/open-claim";
import type { SeparateReport } from "#lib/claims/schema";
import type { Tx } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { countReports } from "./count-reports.ts";
import { keepDecision } from "./decide-match.ts";
import { loadReport } from "./load-report.ts";

/**
 * Takes a report out of a claim where it does not belong, into a claim of its own; a merge takes that back. What matching
 * had joined counts as a wrong match from then on.
 */
export async function separateReport(actor: Actor, { reportId }: SeparateReport): Promise<ClaimOutcome> {
  const by = assertCan(actor, "match.decide");
  const report = await loadReport(reportId);
  const claimId = report?.claim?.claimId;
  if (!report || !claimId) throw new AppError("NOT_FOUND");
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const held = await holdBoth(tx, claimId);
    if ((await tx.claimReport.count({ where: { claimId } })) < 2) return { ok: false, reason: "ONLY_REPORT" };
    const { count } = await tx.claimReport.deleteMany({ where: { reportId, claimId } });
    if (count === 0) lose();
    await countReports(tx, held);
    const to = await openClaim(tx, report, { reason: "moved", addedById: by.userId });
    const pair = { reportId, claimId };
    const suggestion = await tx.matchSuggestion.findUnique({ where: { reportId_claimId: pair } });
    if (suggestion) await keepDecision(tx, by, { id: suggestion.id, claimId, verdict: "rejected" });
    const data = { report: reportId, to };
    await recordEvent(tx, { type: "report.separated", actor: by, subjectId: reportId, claimId, data });
    return { ok: true };
  });
}

/** Holds the claim of a report and the one that shows it: the report counts in both. */
async function holdBoth(tx: Tx, claimId: string): Promise<string[]> {
  const { sharedId } = await loadClaim(tx, claimId, { sharedId: true });
  const held = await holdClaims(tx, [claimId, sharedId]);
  if (held.find(({ id }) => id === claimId)?.sharedId !== sharedId) lose();
  return held.map(({ id }) => id);
}
