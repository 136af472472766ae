import type { ClaimStatus } from "#lib/claims/status";
import type { Tx } from "#lib/platform/db";

type Shown = { id: string; status: ClaimStatus };

/**
 * Keeps others from writing to the same report's conversation until the transaction ends, and its claim from changing:
 * the one that its page shows, which is the one it was merged into. Null for a report without a claim.
 */
export async function lockReport(tx: Tx, reportId: string): Promise<Shown | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report ${reportId}`}, 0))`;
  let shownId = await findShown(tx, reportId);
  while (shownId) {
    const [shown] = await tx.$queryRaw<Shown[]>`
      SELECT id, status FROM claims WHERE id = ${shownId}::uuid FOR NO KEY UPDATE`;
    // While this waited for the claim, it may have been merged, or the report taken out of it.
    const stillId = await findShown(tx, reportId);
    if (shown && stillId === shownId) return shown;
    shownId = stillId;
  }
  return null;
}

async function findShown(tx: Tx, reportId: string): Promise<string | null> {
  const placed = await tx.claimReport.findUnique({
    where: { reportId },
    select: { claim: { select: { sharedId: true } } },
  });
  return placed?.claim.sharedId ?? null;
}
