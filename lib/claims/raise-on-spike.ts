import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { setUrgency } from "#lib/clocks/set-urgency";
import { after, hours, now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { raise } from "#lib/reference/urgency";
import { isSpike } from "./spike.ts";
import { isOpen } from "./status.ts";

/**
 * Raises the urgency of a claim, or of the one that it was merged into, by one class, when its reports have become a
 * spike. It says so on the timeline, and does it once: people decide about anything further.
 */
export async function raiseOnSpike(claimId: string): Promise<void> {
  const named = await db.claim.findUnique({ where: { id: claimId }, select: { shared: true } });
  const claim = named?.shared;
  if (!claim || !isOpen(claim.status) || claim.urgency === "P0" || claim.suspicion) return;
  if (await db.event.findFirst({ where: { claimId: claim.id, type: "claim.raised" }, select: { id: true } }))
    return;
  const [recent] = await db.$queryRaw<{ reports: number; counties: number }[]>(Prisma.sql`
    SELECT count(*)::int AS reports, count(DISTINCT report.division_code)::int AS counties
    FROM claims joined
    JOIN claim_reports membership ON membership.claim_id = joined.id
    JOIN reports report ON report.id = membership.report_id
    WHERE joined.shared_id = ${claim.id}::uuid
      AND report.submitted_at > ${after(now(), -hours(1))}`);
  if (!recent || !isSpike(recent)) return;
  const urgency = raise(claim.urgency);
  await db.$transaction(async (tx) => {
    const earlier = await tx.event.count({ where: { claimId: claim.id, type: "claim.raised" } });
    if (earlier > 0) return;
    const { count } = await tx.claim.updateMany({
      where: { id: claim.id, urgency: claim.urgency, status: claim.status },
      data: { urgency, version: { increment: 1 }, updatedAt: now() },
    });
    if (count === 0) return;
    await setUrgency(tx, { claimId: claim.id, urgency, at: now() });
    const data = { from: claim.urgency, urgency, ...recent };
    await recordEvent(tx, {
      type: "claim.raised",
      actor: system,
      subjectId: claim.id,
      claimId: claim.id,
      data,
    });
  });
}
