import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { prepareDecision } from "#lib/claims/reports/decide-match";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { type ClaimOutcome, changeClaim, inHand, loadClaim, raced } from "./change-claim.ts";
import type { CloseClaim } from "./schema.ts";
import { canMove } from "./status.ts";
import { withdrawAssignments } from "./withdraw-assignments.ts";

/** Ends a claim without a notice of its own, with a reason that everybody who reported it reads. */
export async function closeClaim(actor: Actor, input: CloseClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "claim.close");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!canMove(claim.status, input.closing)) return { ok: false, reason: "MOVE_REFUSED" };
  const answer = input.closing === "answered" ? await getAnswer(input.answeredBy ?? "") : null;
  const label = answer && (await prepareDecision(claim.id, answer.claimId));
  return raced(
    db.$transaction(async (tx): Promise<ClaimOutcome> => {
      await label?.(tx, by, "accepted");
      await changeClaim(
        tx,
        claim,
        {
          status: input.closing,
          closedFrom: claim.status,
          closedAt: now(),
          closingNote: input.note,
          closingChannel: input.closing === "other-channel" ? (input.channel ?? null) : null,
          answeredById: answer?.id ?? null,
          sideState: null,
          sideReason: null,
          sideSince: null,
        },
        {
          type: "claim.closed",
          actor: by,
          reason: input.note,
          data: { closing: input.closing, from: claim.status },
        },
      );
      await withdrawAssignments(tx, claim.id, by);
      return { ok: true };
    }),
  );
}

async function getAnswer(slug: string): Promise<{ id: string; claimId: string }> {
  const debunk = await db.debunk.findUnique({ where: { slug }, select: { id: true, claimId: true } });
  if (!debunk) throw new AppError("VALIDATION", [{ path: "answeredBy", message: "unknown" }]);
  return debunk;
}
