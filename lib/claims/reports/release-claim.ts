import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { type ClaimOutcome, changeClaim, inHand, loadClaim } from "#lib/claims/change-claim";
import type { ReleaseClaim } from "#lib/claims/schema";
import { db } from "#lib/platform/db";
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
