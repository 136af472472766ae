import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { type ClaimOutcome, changeClaim, inHand, loadClaim } from "#lib/claims/change-claim";
import type { ReleaseClaim } from "#lib/claims/schema";
import { pauseClocks, resumeClocks } from "#lib/clocks/pause-clocks";
import type { Suspicion } from "#lib/intake/suspicion";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";

/** Puts a claim that a detector kept apart into the queue, after a person has looked at it; its clocks start with that. */
export async function releaseClaim(actor: Actor, input: ReleaseClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, suspicion: true });
  const by = assertCan(actor, "claim.release");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (claim.suspicion === null) return { ok: false, reason: "MOVE_REFUSED" };
  const data = { suspicion: claim.suspicion };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await changeClaim(tx, claim, { suspicion: null }, { type: "claim.released", actor: by, data });
    return { ok: true };
  });
}

/** Takes back that a claim was put into the queue: it is kept apart again, and its clocks wait. */
export async function keepApart(
  actor: Actor,
  { suspicion, ...input }: ReleaseClaim & { suspicion: Suspicion },
): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, suspicion: true });
  const by = assertCan(actor, "claim.release");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (claim.status !== "received" || claim.suspicion !== null) return { ok: false, reason: "MOVE_REFUSED" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const event = { type: "claim.quarantined", actor: by, data: { suspicion } } as const;
    await changeClaim(tx, claim, { suspicion }, event);
    await pauseClocks(tx, { claimId: claim.id, reason: "kept-apart", at: now() });
    return { ok: true };
  });
}

/** A claim that was kept apart is so no longer, because of what came to it: its clocks start, and the record says so. */
export async function recordRelease(tx: Tx, claimId: string, actor: EventActor): Promise<void> {
  await resumeClocks(tx, { claimId, reason: "kept-apart", at: now() });
  await recordEvent(tx, { type: "claim.released", actor, subjectId: claimId, claimId });
}
