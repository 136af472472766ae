import type { ClaimStatus } from "#lib/claims/status";
import type { Tx } from "#lib/platform/db";

/**
 * Keeps others from writing to the same report's conversation until the transaction ends, and its claim from changing:
 * the one that its page shows, which is the one it was merged into. Null for a report without a claim.
 */
export async function lockReport(tx: Tx, reportId: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report ${reportId}`}, 0))`;
  const [claim] = await tx.$queryRaw<{ id: string; status: ClaimStatus }[]>`
    SELECT shown.id, shown.status FROM claim_reports joined
    JOIN claims own ON own.id = joined.claim_id
    JOIN claims shown ON shown.id = own.shared_id
    WHERE joined.report_id = ${reportId}::uuid
    FOR SHARE OF shown`;
  return claim ?? null;
}
