import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { type HeldClaim, holdClaim } from "#lib/claims/change-claim";
import { isPublished, isRouted } from "#lib/claims/status";
import { hasOtherPart, offerWork } from "#lib/claims/work/assignments";
import { listNamedMembers } from "#lib/members/queries";
import { db, type Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { isAbout } from "./is-about.ts";
import type { AssignmentOutcome } from "./load-assignment.ts";
import type { OfferAssignment } from "./schema.ts";

/** The desk asks one more member, or another writer after the first gave the work back. */
export async function offerAssignment(actor: Actor, input: OfferAssignment): Promise<AssignmentOutcome> {
  const by = assertCan(actor, "route.confirm");
  const member = await db.member.findUnique({ where: { id: input.memberId }, select: { id: true } });
  if (!member) throw new AppError("VALIDATION", [{ path: "memberId", message: "unknown" }]);
  const members = await listNamedMembers();
  return decide<AssignmentOutcome>({ lost: "ALREADY_HELD" }, async (tx) => {
    const claim = await holdClaim(tx, input.claimId);
    if (!isRouted(claim.status) && !(await isBeingCorrected(tx, claim)))
      return { ok: false, reason: "MOVE_REFUSED" };
    const { memberId, purpose, instructions } = input;
    const offer = { memberId, purpose, instructions, by };
    if (await isAbout(tx, input, members)) return { ok: false, reason: "CLAIM_ABOUT" };
    if (await hasOtherPart(tx, claim, offer)) return { ok: false, reason: "VERIFIER_WRITES" };
    return (await offerWork(tx, claim, offer)) ? { ok: true } : { ok: false, reason: "ALREADY_HELD" };
  });
}

/** A correction needs a writer, and another one when the first is absent. */
async function isBeingCorrected(tx: Tx, claim: HeldClaim): Promise<boolean> {
  if (!isPublished(claim.status)) return false;
  const inWork = { claimId: claim.id, status: { notIn: ["published" as const, "abandoned" as const] } };
  return (await tx.draft.count({ where: inWork })) > 0;
}
