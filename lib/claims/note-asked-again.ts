import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { after, days, hours, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { holdClaim } from "./change-claim.ts";
import { isSpike } from "./spike.ts";
import { isDecided } from "./status.ts";

/** How long the desk is shown that many ask again; if they still do then, it is shown anew. */
export const SHOWN_FOR = days(1);

/**
 * Records that a claim which was closed with a decision is asked about by as many as make a spike, by reports and by
 * those who were answered with it: people decide whether it is opened again. Told once a day, however many ask.
 */
export async function noteAskedAgain(claimId: string): Promise<void> {
  const asked = await askedLately(db, claimId);
  if (!isSpike(asked)) return;
  await db.$transaction(async (tx) => {
    // Held, so that of many who ask at once one tells it, and nobody opens the claim meanwhile.
    const { status } = await holdClaim(tx, claimId);
    if (!isDecided(status) || (await isTold(tx, claimId))) return;
    await recordEvent(tx, {
      type: "claim.asked-again",
      actor: system,
      subjectId: claimId,
      claimId,
      data: asked,
    });
  });
}

const isTold = async (tx: Tx, claimId: string): Promise<boolean> =>
  (await tx.event.count({
    where: { claimId, type: "claim.asked-again", at: { gt: after(now(), -SHOWN_FOR) } },
  })) > 0;

/** Who asked within an hour, after the decision. */
async function askedLately(tx: Tx, claimId: string): Promise<{ reports: number; counties: number }> {
  const since = after(now(), -hours(1));
  const [lately] = await tx.$queryRaw<{ reports: number; counties: number }[]>`
    SELECT (count(membership.report_id) + (
        SELECT count(*) FROM askings WHERE claim_id = claim.id AND at > greatest(${since}, claim.closed_at)))::int AS reports,
      count(DISTINCT report.division_code)::int AS counties
    FROM claims claim
    LEFT JOIN claim_reports membership ON membership.claim_id = claim.id
      AND membership.added_at > greatest(${since}, claim.closed_at)
    LEFT JOIN reports report ON report.id = membership.report_id
    WHERE claim.id = ${claimId}::uuid AND claim.closed_at IS NOT NULL GROUP BY claim.id`;
  return lately ?? { reports: 0, counties: 0 };
}
