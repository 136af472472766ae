import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { log } from "#lib/platform/log";

/** Counts the reports of claims anew, with those of what was merged into each. Whoever calls it holds the claims. */
export async function countReports(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE claims SET updated_at = ${now()}, report_count = (
      SELECT count(*) FROM claim_reports WHERE claim_id IN (
        SELECT own.id FROM claims own WHERE own.id = claims.id OR own.shared_id = claims.id))
    WHERE id = ANY(${[...claimIds]}::uuid[])`;
}

/** Checks the count of every claim and mends what is wrong, which says that a change of reports goes past its claim. */
export async function checkCounts(): Promise<void> {
  const wrong = await db.$queryRaw<{ id: string; number: number }[]>`
    WITH own AS (SELECT claim_id AS id, count(*) AS reports FROM claim_reports GROUP BY claim_id),
    carried AS (
      SELECT merged_into_id AS id, sum(reports) AS reports FROM claims JOIN own USING (id)
      WHERE merged_into_id IS NOT NULL GROUP BY merged_into_id)
    SELECT id, number FROM claims LEFT JOIN own USING (id) LEFT JOIN carried USING (id)
    WHERE report_count <> coalesce(own.reports, 0) + coalesce(carried.reports, 0)
    ORDER BY id LIMIT 500`;
  for (const { id, number } of wrong) {
    log.error({ claim: number }, "the reports of a claim were miscounted and are counted anew");
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM claims WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
      await countReports(tx, [id]);
    });
  }
}
