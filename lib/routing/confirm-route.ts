import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvents } from "#lib/audit/record-event";
import { changeClaim, inHand, loadClaim, raced } from "#lib/claims/change-claim";
import { canMove } from "#lib/claims/status";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { previewRoute } from "./preview-route.ts";
import type { ConfirmRoute } from "./schema.ts";
import type { AssignmentPurpose } from "./status.ts";

export type RouteOutcome =
  | { ok: true }
  | { ok: false; reason: "CLAIM_CHANGED" | "MOVE_REFUSED" | "NO_ROUTE" };

/** Confirms who verifies and who writes, as proposed or with another choice, and offers them the work. */
export async function confirmRoute(actor: Actor, input: ConfirmRoute): Promise<RouteOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, firstWordDueAt: true, verdictDueAt: true });
  const by = assertCan(actor, "route.confirm");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!canMove(claim.status, "assigned")) return { ok: false, reason: "MOVE_REFUSED" };
  const preview = await previewRoute(actor, claim.id);
  const leadMemberId = input.leadMemberId ?? preview?.lead.id;
  const writerMemberId = input.writerMemberId ?? preview?.writer.id;
  if (!preview || !leadMemberId || !writerMemberId) return { ok: false, reason: "NO_ROUTE" };
  await refuseUnknown({ leadMemberId, writerMemberId });
  const changed = leadMemberId !== preview.lead.id || writerMemberId !== preview.writer.id;
  return raced(
    db.$transaction(async (tx): Promise<RouteOutcome> => {
      await changeClaim(
        tx,
        claim,
        { status: "assigned" },
        {
          type: "route.confirmed",
          actor: by,
          data: { lead: leadMemberId, writer: writerMemberId, changed },
        },
      );
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
      const offer = { claim, by, instructions: input.instructions };
      await offerOnce(tx, { ...offer, memberId: leadMemberId, purpose: "verify", dueAt: claim.verdictDueAt });
      await offerOnce(tx, {
        ...offer,
        memberId: writerMemberId,
        purpose: "write",
        dueAt: claim.verdictDueAt,
      });
      return { ok: true };
    }),
  );
}

async function refuseUnknown(chosen: { leadMemberId: string; writerMemberId: string }): Promise<void> {
  for (const [path, id] of Object.entries(chosen)) {
    const member = await db.member.findUnique({ where: { id }, select: { id: true } });
    if (!member) throw new AppError("VALIDATION", [{ path, message: "unknown" }]);
  }
}

type Offer = {
  claim: { id: string };
  by: EventActor & { kind: "person" };
  memberId: string;
  purpose: AssignmentPurpose;
  dueAt: Date | null;
  instructions?: string | undefined;
};

/** Offers work to a member unless it already holds just this work. */
export async function offerOnce(
  tx: Tx,
  { claim, by, memberId, purpose, dueAt, instructions }: Offer,
): Promise<boolean> {
  const held = await tx.assignment.findFirst({
    where: { claimId: claim.id, memberId, purpose, status: { in: ["offered", "accepted"] } },
    select: { id: true },
  });
  if (held) return false;
  const id = newId();
  await tx.assignment.create({
    data: {
      id,
      claimId: claim.id,
      memberId,
      purpose,
      status: "offered",
      instructions: instructions || null,
      dueAt,
      offeredAt: now(),
      offeredById: by.userId,
    },
  });
  await recordEvents(tx, [
    {
      type: "assignment.offered",
      actor: by,
      subjectId: id,
      claimId: claim.id,
      data: { member: memberId, purpose },
    },
  ]);
  return true;
}
