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
import { refusedFor } from "./guards.ts";
import { previewRoute, type RoutePreview } from "./preview-route.ts";
import type { ConfirmRoute } from "./schema.ts";

export type RouteOutcome =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "CLAIM_CHANGED"
        | "MOVE_REFUSED"
        | "RULES_CHANGED"
        | "NO_ROUTE"
        | "CLAIM_ABOUT"
        | "VERIFIER_WRITES"
        | "WORK_BEGUN";
    };

/**
 * Confirms who verifies and who writes, as proposed or with another choice, and offers them the work. Members that hold work
 * of an earlier route and are not in this one hold it no longer. Where the rules have changed since it was proposed, it is
 * confirmed as it was seen if they still say so, and else it is to be looked at anew.
 */
export async function confirmRoute(actor: Actor, input: ConfirmRoute): Promise<RouteOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "route.confirm");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!canMove(claim.status, "assigned")) return { ok: false, reason: "MOVE_REFUSED" };
  const preview = await previewRoute(actor, claim.id, input.ruleSetId);
  if (preview && input.ruleSetId && !(await isStillProposed(actor, claim.id, preview)))
    return { ok: false, reason: "RULES_CHANGED" };
  const leadMemberId = input.leadMemberId ?? preview?.lead?.id;
  const writerMemberId = input.writerMemberId ?? preview?.writer?.id;
  if (!preview || !leadMemberId || !writerMemberId) return { ok: false, reason: "NO_ROUTE" };
  await refuseUnknown({ leadMemberId, writerMemberId });
  const taken = { about: new Set(preview.about), writerId: writerMemberId };
  const refused =
    refusedFor("lead", leadMemberId, taken) ?? refusedFor("writer", writerMemberId, { about: taken.about });
  if (refused) return { ok: false, reason: refused === "claim-about" ? "CLAIM_ABOUT" : "VERIFIER_WRITES" };
  const changed = leadMemberId !== preview.lead?.id || writerMemberId !== preview.writer?.id;
  return decide<RouteOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await moveClaim(tx, claim, {
      to: "assigned",
      actor: by,
      event: {
        type: "route.confirmed",
        data: { lead: leadMemberId, writer: writerMemberId, changed, rules: preview.ruleSet.number },
      },
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
        ruleSetId: preview.ruleSet.id,
        aboutMemberIds: preview.about,
      },
    });
    const offer = { by, instructions: input.instructions };
    const works = [
      { memberId: leadMemberId, purpose: "verify" },
      { memberId: writerMemberId, purpose: "write" },
      ...preview.support
        .filter(({ id }) => id !== leadMemberId && id !== writerMemberId)
        .map(({ id }) => ({ memberId: id, purpose: "assist" as const })),
    ] as const;
    await withdrawWork(tx, claim.id, by, { except: works, reason: messages[defaultLocale].desk.route.anew });
    for (const work of works) await offerWork(tx, claim, { ...offer, ...work });
    return { ok: true };
  });
}

/** Whether the active rules propose the same people as the version that the person saw. */
async function isStillProposed(actor: Actor, claimId: string, seen: RoutePreview): Promise<boolean> {
  const active = await previewRoute(actor, claimId);
  return active?.lead?.id === seen.lead?.id && active?.writer?.id === seen.writer?.id;
}

async function refuseUnknown(chosen: { leadMemberId: string; writerMemberId: string }): Promise<void> {
  for (const [path, id] of Object.entries(chosen)) {
    const member = await db.member.findUnique({ where: { id }, select: { id: true } });
    if (!member) throw new AppError("VALIDATION", [{ path, message: "unknown" }]);
  }
}
