import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { countReports } from "#lib/claims/reports/count-reports";
import { db } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { type ClaimOutcome, holdClaims, inHand, loadClaim } from "./change-claim.ts";
import { moveClaim } from "./move-claim.ts";
import type { ReopenClaim } from "./schema.ts";
import { canMove } from "./status.ts";

/** Undoes a closing or a merge: the claim returns to triage with its reports. */
export async function reopenClaim(actor: Actor, input: ReopenClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, {
    ...inHand,
    closedFrom: true,
    sharedId: true,
  });
  const by = assertCan(actor, "claim.reopen");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  // Work that was withdrawn with the closing has to be routed anew.
  const status = claim.closedFrom === "received" ? "received" : "triaged";
  if (claim.closedFrom === null || !canMove(claim.status, status))
    return { ok: false, reason: "MOVE_REFUSED" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const counted = [claim.id, claim.sharedId];
    const held = await holdClaims(tx, counted);
    // What it was merged into may have been merged itself, and taken it along.
    if (held.find(({ id }) => id === claim.id)?.sharedId !== claim.sharedId) lose();
    await moveClaim(tx, claim, {
      to: status,
      actor: by,
      set: {
        mergedIntoId: null,
        closedFrom: null,
        closedAt: null,
        closingNote: null,
        closingChannel: null,
        answeredById: null,
      },
      event: { type: "claim.reopened", reason: input.reason, data: { from: claim.status } },
    });
    await countReports(tx, counted);
    return { ok: true };
  });
}
