import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { holdClaim, inHand, loadClaim } from "#lib/claims/change-claim";
import { moveClaim } from "#lib/claims/move-claim";
import { withdrawWork } from "#lib/claims/work/assignments";
import { isRouteTaken } from "#lib/claims/work/begun";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import type { RouteOutcome } from "./confirm-route.ts";
import type { UndoRoute } from "./schema.ts";

/** Takes a confirmed route back, with what was offered, as long as no member has taken any of the work. */
export async function undoRoute(actor: Actor, input: UndoRoute): Promise<RouteOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "route.confirm");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (claim.status !== "assigned") return { ok: false, reason: "MOVE_REFUSED" };
  return decide<RouteOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await holdClaim(tx, claim.id);
    const work = await tx.assignment.findMany({ where: { claimId: claim.id }, select: { status: true } });
    if (isRouteTaken(work)) return { ok: false, reason: "WORK_BEGUN" };
    await withdrawWork(tx, claim.id, by, { reason: input.reason });
    const event = { type: "route.undone", reason: input.reason } as const;
    await moveClaim(tx, claim, { to: "triaged", actor: by, event });
    return { ok: true };
  });
}
