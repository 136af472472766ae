import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { inHand, loadClaim } from "#lib/claims/change-claim";
import { moveClaim } from "#lib/claims/move-claim";
import { canMove } from "#lib/claims/status";
import { offerWork, withdrawWork } from "#lib/claims/work/assignments";
import { defaultLocale } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { previewRoute } from "./preview-route.ts";
import type { ConfirmRoute } from "./schema.ts";

export type RouteOutcome =
  | { ok: true }
  | { ok: false; reason: "CLAIM_CHANGED" | "MOVE_REFUSED" | "NO_ROUTE" | "VERIFIER_WRITES" | "WORK_BEGUN" };

/**
 * Confirms who verifies and who writes, as proposed or with another choice, and offers them the work. Members that hold work
 * of an earlier route and are not in this one hold it no longer.
 */
export async function confirmRoute(actor: Actor, input: ConfirmRoute): Promise<RouteOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "route.confirm");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!canMove(claim.status, "assigned")) return { ok: false, reason: "MOVE_REFUSED" };
  const preview = await previewRoute(actor, claim.id);
  const leadMemberId = input.leadMemberId ?? preview?.lead?.id;
  const writerMemberId = input.writerMemberId ?? preview?.writer?.id;
  if (!preview || !leadMemberId || !writerMemberId) return { ok: false, reason: "NO_ROUTE" };
  if (leadMemberId === writerMemberId) return { ok: false, reason: "VERIFIER_WRITES" };
  await refuseUnknown({ leadMemberId, writerMemberId });
  const changed = leadMemberId !== preview.lead?.id || writerMemberId !== preview.writer?.id;
  return decide<RouteOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await moveClaim(tx, claim, {
      to: "assigned",
      actor: by,
      event: { type: "route.confirmed", data: { lead: leadMemberId, writer: writerMemberId, changed } },
    });
    await tx.route.create({
      data: {
        id: newId(),
        claimId: claim.id,
        divisionCode: preview.divisionCode,
        leadMemberId,
        writerMemberId,
        platformMemberIds: preview.platforms.map(({ id }) => id),
        reasons: preview.reasons,
        changed,
        confirmedAt: now(),
        confirmedById: actor.userId,
      },
    });
    const offer = { by, instructions: input.instructions };
    const works = [
      { memberId: leadMemberId, purpose: "verify" },
      { memberId: writerMemberId, purpose: "write" },
    ] as const;
    await withdrawWork(tx, claim.id, by, { except: works, reason: messages[defaultLocale].desk.route.anew });
    for (const work of works) await offerWork(tx, claim, { ...offer, ...work });
    return { ok: true };
  });
}

async function refuseUnknown(chosen: { leadMemberId: string; writerMemberId: string }): Promise<void> {
  for (const [path, id] of Object.entries(chosen)) {
    const member = await db.member.findUnique({ where: { id }, select: { id: true } });
    if (!member) throw new AppError("VALIDATION", [{ path, message: "unknown" }]);
  }
}
