import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { type ClaimOutcome, changeClaim, inHand, loadClaim } from "./change-claim.ts";
import type { ResumeClaim, WaitForEvidence } from "./schema.ts";
import { noSide, sideSelect, waitEnded } from "./side-state.ts";
import { isOpen } from "./status.ts";

/** Stops the clocks while the work waits for evidence, with the reason that everybody at the desk sees. */
export async function waitForEvidence(actor: Actor, input: WaitForEvidence): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, sideState: true });
  const actedAs = assertCan(actor, "claim.wait");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!isOpen(claim.status) || claim.sideState !== null) return { ok: false, reason: "MOVE_REFUSED" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await changeClaim(
      tx,
      claim,
      { sideState: "waiting-evidence", sideReason: input.reason, sideSince: now() },
      { type: "claim.waiting", actor: actedAs, reason: input.reason },
    );
    return { ok: true };
  });
}

/** Ends the wait; the clocks go on with the time that was left. */
export async function resumeClaim(actor: Actor, input: ResumeClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, {
    ...inHand,
    ...sideSelect,
  });
  const actedAs = assertCan(actor, "claim.wait");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  const event = waitEnded(claim);
  if (!event) return { ok: false, reason: "MOVE_REFUSED" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await changeClaim(tx, claim, noSide, { ...event, actor: actedAs });
    return { ok: true };
  });
}
