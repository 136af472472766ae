import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { countReports } from "#lib/claims/reports/count-reports";
import { prepareDecision } from "#lib/claims/reports/decide-match";
import { mergeClocks } from "#lib/clocks/merge-clocks";
import { resumeClocks } from "#lib/clocks/pause-clocks";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { type ClaimOutcome, holdClaims, inHand, loadClaim } from "./change-claim.ts";
import { moveClaim } from "./move-claim.ts";
import type { MergeClaim } from "./schema.ts";
import { canMove, isClosed } from "./status.ts";
import { withdrawWork } from "./work/assignments.ts";

/**
 * Joins a duplicate to the claim that it repeats. Its reports count there, and its reporters are told that claim's answer.
 * What had been merged into the duplicate goes along, so that a merge has one parent and no chain.
 */
export async function mergeClaim(actor: Actor, input: MergeClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "claim.merge");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!canMove(claim.status, "duplicate")) return { ok: false, reason: "MOVE_REFUSED" };
  const target = await findTarget(input.intoNumber, claim.id);
  const label = await prepareDecision(claim.id, target.id);
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await holdForMerge(tx, claim.id, target.id);
    await shareClocks(tx, claim.id, target.id);
    await tx.claim.updateMany({ where: { mergedIntoId: claim.id }, data: { mergedIntoId: target.id } });
    await moveClaim(tx, claim, {
      to: "duplicate",
      actor: by,
      set: {
        mergedIntoId: target.id,
        closedFrom: claim.status,
        closedAt: now(),
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
    await tx.claim.update({ where: { id: target.id }, data: { suspicion: null } });
    await countReports(tx, [claim.id, target.id]);
    await withdrawWork(tx, claim.id, by);
    await label(tx, by, "accepted");
    return { ok: true };
  });
}

/** What goes on for the target is due as early as it was for either; whoever merges into it has looked at it. */
async function shareClocks(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const at = now();
  await resumeClocks(tx, { claimId: intoId, reason: "kept-apart", at });
  await mergeClocks(tx, { fromId, intoId, at });
}

/** Both claims and what goes along stay as they are; a target that has ended in the meantime takes nothing in. */
async function holdForMerge(tx: Tx, claimId: string, targetId: string): Promise<void> {
  const along = await tx.claim.findMany({ where: { mergedIntoId: claimId }, select: { id: true } });
  const held = await holdClaims(tx, [claimId, targetId, ...along.map(({ id }) => id)]);
  const target = held.find(({ id }) => id === targetId);
  if (!target || isClosed(target.status)) lose();
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
