import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { type ClaimOutcome, changeClaim, inHand, loadClaim, raced } from "./change-claim.ts";
import type { ResumeClaim, WaitForEvidence } from "./schema.ts";
import { isOpen } from "./status.ts";

/** Marks that the work waits for evidence, with the reason that everybody at the desk sees. */
export async function waitForEvidence(actor: Actor, input: WaitForEvidence): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, sideState: true });
  const actedAs = assertCan(actor, "claim.wait");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!isOpen(claim.status) || claim.sideState !== null) return { ok: false, reason: "MOVE_REFUSED" };
  return raced(
    db.$transaction(async (tx): Promise<ClaimOutcome> => {
      await changeClaim(
        tx,
        claim,
        { sideState: "waiting-evidence", sideReason: input.reason },
        { type: "claim.waiting", actor: actedAs, reason: input.reason },
      );
      return { ok: true };
    }),
  );
}

/** Ends the wait. */
export async function resumeClaim(actor: Actor, input: ResumeClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, sideState: true });
  const actedAs = assertCan(actor, "claim.wait");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (claim.sideState !== "waiting-evidence") return { ok: false, reason: "MOVE_REFUSED" };
  return raced(
    db.$transaction(async (tx): Promise<ClaimOutcome> => {
      await changeClaim(
        tx,
        claim,
        { sideState: null, sideReason: null },
        { type: "claim.resumed", actor: actedAs },
      );
      return { ok: true };
    }),
  );
}
