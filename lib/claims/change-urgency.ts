import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import type { Urgency } from "#lib/reference/urgency";
import { type ClaimOutcome, changeClaim, inHand, loadClaim } from "./change-claim.ts";
import { isOpen } from "./status.ts";

type ChangeUrgency = { claimId: string; version: number; urgency: Urgency };

/** Changes how urgent an open claim is and nothing else, also one that nobody has accepted yet. */
export async function changeUrgency(actor: Actor, input: ChangeUrgency): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, urgency: true });
  const by = assertCan(actor, "claim.revise");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!isOpen(claim.status)) return { ok: false, reason: "MOVE_REFUSED" };
  const { urgency } = input;
  if (urgency === claim.urgency) return { ok: true };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const data = { revised: ["urgency"], urgencyBefore: claim.urgency, urgencyAfter: urgency };
    await changeClaim(tx, claim, { urgency }, { type: "claim.revised", actor: by, data });
    return { ok: true };
  });
}
