import { knownClaims } from "#lib/matching/known-claims";
import type { LiveIndex } from "#lib/matching/live-index";
import type { Match } from "#lib/matching/match";
import { db } from "#lib/platform/db";
import { loadReport, questionOf } from "./load-report.ts";

const SEEN = 20;
/** A page is shown without suggestions rather than late. */
const PATIENCE = 1_500;

/** The report that opened a claim, and what matching finds for it; nothing while matching is down. */
export async function matchesOfClaim(claimId: string): Promise<{ reportId: string; found: Match[] } | null> {
  const first = await db.claimReport.findFirst({
    where: { claimId },
    orderBy: [{ addedAt: "asc" }, { reportId: "asc" }],
    select: { reportId: true },
  });
  const report = first && (await loadReport(first.reportId));
  const index = await knownSoon();
  if (!report || !index) return null;
  const found = await index.search(questionOf(report), SEEN).catch(() => null);
  return found && { reportId: report.id, found: found.filter(({ id }) => id !== claimId) };
}

/** The known claims, or null where they cannot be asked within the time that a page has. */
export async function knownSoon(): Promise<LiveIndex | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE).unref();
  });
  return Promise.race([knownClaims(), late]).catch(() => null);
}
