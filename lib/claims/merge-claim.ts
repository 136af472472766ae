import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { prepareDecision } from "#lib/claims/reports/decide-match";
import { mergeClocks } from "#lib/clocks/merge-clocks";
import { resumeClocks } from "#lib/clocks/pause-clocks";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { type ClaimOutcome, holdClaim, inHand, loadClaim } from "./change-claim.ts";
import { moveClaim } from "./move-claim.ts";
import type { MergeClaim } from "./schema.ts";
import { canMove, isClosed } from "./status.ts";
import { withdrawWork } from "./work/assignments.ts";

/**
 * Joins a duplicate to the claim that it repeats. Its reports count there, and its reporters are told that claim's answer.
 * What had been merged into the duplicate goes along, so that a merge has one parent and no chain.
 */
export async function mergeClaim(actor: Actor, input: MergeClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, number: true, reportCount: true });
  const by = assertCan(actor, "claim.merge");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!canMove(claim.status, "duplicate")) return { ok: false, reason: "MOVE_REFUSED" };
  const target = await findTarget(input.intoNumber, claim.id);
  const label = await prepareDecision(claim.id, target.id);
  return decide<ClaimOutcome>(
    async (tx) => {
      await label(tx, by, "accepted");
      await shareClocks(tx, claim.id, target.id);
      const moved = await tx.claim.findMany({
        where: { mergedIntoId: claim.id },
        select: { id: true, reportCount: true },
      });
      await tx.claim.updateMany({ where: { mergedIntoId: claim.id }, data: { mergedIntoId: target.id } });
      const own = claim.reportCount - moved.reduce((sum, { reportCount }) => sum + reportCount, 0);
      await moveClaim(tx, claim, {
        to: "duplicate",
        actor: by,
        set: {
          mergedIntoId: target.id,
          closedFrom: claim.status,
          closedAt: now(),
          reportCount: own,
          sideState: null,
          sideReason: null,
          sideSince: null,
        },
        event: {
          type: "claim.merged",
          reason: input.reason,
          data: { into: target.id, intoNumber: target.number },
        },
      });
      await tx.claim.update({
        where: { id: target.id },
        data: { reportCount: { increment: claim.reportCount }, suspicion: null, updatedAt: now() },
      });
      await withdrawWork(tx, claim.id, by);
      return { ok: true };
    },
    { lost: "CLAIM_CHANGED" },
  );
}

/** What goes on for the target is due as early as it was for either; whoever merges into it has looked at it. */
async function shareClocks(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const at = now();
  await holdClaim(tx, intoId);
  await resumeClocks(tx, { claimId: intoId, reason: "kept-apart", at });
  await mergeClocks(tx, { fromId, intoId, at });
}

async function findTarget(number: number, claimId: string) {
  const target = await db.claim.findUnique({
    where: { number },
    select: { id: true, number: true, status: true },
  });
  const refuse = (message: string) => new AppError("VALIDATION", [{ path: "intoNumber", message }]);
  if (!target) throw refuse("unknown");
  if (target.id === claimId || isClosed(target.status)) throw refuse("invalid");
  return target;
}
