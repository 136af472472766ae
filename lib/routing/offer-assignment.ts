import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { loadClaim } from "#lib/claims/change-claim";
import { isOpen } from "#lib/claims/status";
import { db, isUniqueViolation } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import type { AssignmentOutcome } from "./change-assignment.ts";
import { offerOnce } from "./confirm-route.ts";
import type { OfferAssignment } from "./schema.ts";

const routed = ["assigned", "verifying", "drafting", "review-1", "review-2", "review-3"] as const;

/** The desk asks one more member, or another writer after the first gave the work back. */
export async function offerAssignment(actor: Actor, input: OfferAssignment): Promise<AssignmentOutcome> {
  const claim = await loadClaim(db, input.claimId, { id: true, status: true, verdictDueAt: true });
  const by = assertCan(actor, "route.confirm");
  if (!isOpen(claim.status) || !routed.some((status) => status === claim.status)) {
    return { ok: false, reason: "MOVE_REFUSED" };
  }
  const member = await db.member.findUnique({ where: { id: input.memberId }, select: { id: true } });
  if (!member) throw new AppError("VALIDATION", [{ path: "memberId", message: "unknown" }]);
  try {
    const offered = await db.$transaction((tx) =>
      offerOnce(tx, { ...input, claim, by, dueAt: claim.verdictDueAt }),
    );
    return offered ? { ok: true } : { ok: false, reason: "ALREADY_HELD" };
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: "ALREADY_HELD" };
    throw error;
  }
}
