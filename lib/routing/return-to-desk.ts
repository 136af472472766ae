import type { EventActor } from "#lib/access/actor";
import { heldStates } from "#lib/access/holding";
import type { HeldClaim } from "#lib/claims/change-claim";
import { moveClaim } from "#lib/claims/move-claim";
import { withdrawWork } from "#lib/claims/work/assignments";
import type { Tx } from "#lib/platform/db";

/**
 * A claim that nobody verifies any more returns to the desk, which routes it anew. Until then nobody is asked for work on it;
 * what a member has taken it keeps, because the new route may go on with it.
 */
export async function returnToDesk(tx: Tx, claim: HeldClaim, by: EventActor, reason: string): Promise<void> {
  if (claim.status !== "assigned" && claim.status !== "verifying") return;
  const where = { claimId: claim.id, purpose: "verify" as const, status: { in: [...heldStates] } };
  if ((await tx.assignment.count({ where })) > 0) return;
  await withdrawWork(tx, claim.id, by, { status: "offered", reason });
  await moveClaim(tx, claim, { to: "triaged", actor: by });
}
