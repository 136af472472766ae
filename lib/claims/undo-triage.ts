import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { type ClaimOutcome, holdClaim, inHand, loadClaim } from "./change-claim.ts";
import { moveClaim } from "./move-claim.ts";
import type { UndoTriage } from "./schema.ts";
import { withdrawWork } from "./work/assignments.ts";
import { isWorkedOn } from "./work/begun.ts";

/** Takes the acceptance of a claim back into the queue, as long as no member has worked on it. */
export async function undoTriage(actor: Actor, input: UndoTriage): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "claim.triage");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (claim.status !== "triaged") return { ok: false, reason: "MOVE_REFUSED" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await holdClaim(tx, claim.id);
    const where = { claimId: claim.id };
    const work = await tx.assignment.findMany({ where, select: { status: true } });
    const found = await tx.evidence.findMany({ where, select: { withdrawnAt: true } });
    if (isWorkedOn(work, found)) return { ok: false, reason: "WORK_BEGUN" };
    await withdrawWork(tx, claim.id, by, { reason: input.reason });
    const event = { type: "claim.triage-undone", reason: input.reason } as const;
    await moveClaim(tx, claim, { to: "received", actor: by, event });
    return { ok: true };
  });
}
