import type { ReadableClaim } from "#lib/claims/read-claim";
import { db } from "#lib/platform/db";
import { isBurst } from "./burst.ts";

const MINUTES = 10;
/** The newest ones tell enough. */
const LOOKED_AT = 10_000;

export type RepeatedText = { count: number; peak: number; minutes: number };

/** The text that came most often into a claim: how often, and how often within ten minutes; null when it was no burst. */
export async function findRepeatedText({ id: claimId }: ReadableClaim): Promise<RepeatedText | null> {
  const [found] = await db.$queryRaw<{ count: number; peak: number | null }[]>`
    WITH recent AS (
      SELECT template, added_at FROM claim_reports
      WHERE claim_id IN (SELECT id FROM claims WHERE id = ${claimId}::uuid OR shared_id = ${claimId}::uuid)
        AND template IS NOT NULL
      ORDER BY added_at DESC LIMIT ${LOOKED_AT}
    ), top AS (
      SELECT template, count(*)::int AS count FROM recent GROUP BY template ORDER BY count DESC, template LIMIT 1
    )
    SELECT top.count, max(paced.count)::int AS peak FROM top, LATERAL (
      SELECT count(*) OVER (ORDER BY added_at RANGE BETWEEN interval '10 minutes' PRECEDING AND CURRENT ROW)
      FROM recent WHERE recent.template = top.template) paced
    GROUP BY top.count`;
  const repeated = found && { count: found.count, peak: found.peak ?? 0, minutes: MINUTES };
  return repeated && isBurst({ count: repeated.peak, minutes: MINUTES }) ? repeated : null;
}
