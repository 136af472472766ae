import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { countReports } from "#lib/claims/reports/count-reports";
import { prepareDecision } from "#lib/claims/reports/decide-match";
import { recordRelease } from "#lib/claims/reports/release-claim";
import { mergeClocks } from "#lib/clocks/merge-clocks";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import {
  type ClaimInHand,
  type ClaimOutcome,
  type HeldClaim,
  holdClaims,
  inHand,
  loadClaim,
} from "./change-claim.ts";
import { moveClaim } from "./move-claim.ts";
import type { MergeClaim } from "./schema.ts";
import { canMove, isClosed, isOpen } from "./status.ts";
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
    await merge(tx, claim, target, { by, reason: input.reason });
    await label(tx, by, "accepted");
    return { ok: true };
  });
}

type Merge = { by: EventActor; reason: string };

/** Merges a claim into another; whoever calls it holds both. */
export async function merge(
  tx: Tx,
  claim: ClaimInHand,
  target: { id: string; number: number },
  { by, reason }: Merge,
): Promise<void> {
  const { status } = await loadClaim(tx, target.id, { status: true });
  await letIn(tx, target.id, by);
  // What is published has had its verdict: the work on its correction is not due by the duplicate's.
  if (isOpen(status)) await mergeClocks(tx, { fromId: claim.id, intoId: target.id, at: now() });
  const along = await tx.claim.updateManyAndReturn({
    where: { mergedIntoId: claim.id },
    data: { mergedIntoId: target.id },
    select: { id: true },
  });
  await moveClaim(tx, claim, {
    to: "duplicate",
    actor: by,
    set: {
      mergedIntoId: target.id,
      closedFrom: claim.status,
      closedAt: now(),
    },
    event: {
      type: "claim.merged",
      reason,
      data: { into: target.id, intoNumber: target.number, along: along.map(({ id }) => id) },
    },
  });
  await countReports(tx, [claim.id, target.id]);
  await withdrawWork(tx, claim.id, by);
}

/** Whoever merges into a claim that was kept apart has looked at it. */
async function letIn(tx: Tx, claimId: string, actor: EventActor): Promise<void> {
  const kept = { id: claimId, NOT: { suspicion: null } };
  const { count } = await tx.claim.updateMany({ where: kept, data: { suspicion: null } });
  if (count > 0) await recordRelease(tx, claimId, actor);
}

type Held = { claim: HeldClaim; target: HeldClaim };

/** Both claims and what goes along stay as they are; a target that has ended in the meantime takes nothing in. */
export async function holdForMerge(tx: Tx, claimId: string, targetId: string): Promise<Held> {
  const along = await tx.claim.findMany({ where: { mergedIntoId: claimId }, select: { id: true } });
  const held = await holdClaims(tx, [claimId, targetId, ...along.map(({ id }) => id)]);
  const [claim, target] = [claimId, targetId].map((id) => held.find((one) => one.id === id));
  if (!claim || !target || isClosed(target.status)) lose();
  return { claim, target };
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
