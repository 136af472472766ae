import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import type { WithdrawEvidence } from "./schema.ts";

export type WithdrawOutcome = { ok: true } | { ok: false; reason: "ALREADY_WITHDRAWN" };

/** Takes evidence back with a reason. It stays on record, and counts no more for any gate. */
export async function withdrawEvidence(actor: Actor, input: WithdrawEvidence): Promise<WithdrawOutcome> {
  const evidence = await db.evidence.findUnique({
    where: { id: input.evidenceId },
    select: { id: true, claimId: true, memberId: true },
  });
  if (!evidence) throw new AppError("NOT_FOUND");
  const by = assertCan(actor, "evidence.withdraw", { memberIds: [evidence.memberId] });
  return db.$transaction(async (tx): Promise<WithdrawOutcome> => {
    // Held, so that no gate is passed with it in between.
    await holdClaim(tx, evidence.claimId);
    const { count } = await tx.evidence.updateMany({
      where: { id: evidence.id, withdrawnAt: null },
      data: { withdrawnAt: now(), withdrawnById: actor.userId, withdrawReason: input.reason },
    });
    if (count === 0) return { ok: false, reason: "ALREADY_WITHDRAWN" };
    await recordEvent(tx, {
      type: "evidence.withdrawn",
      actor: by,
      subjectId: evidence.id,
      claimId: evidence.claimId,
      reason: input.reason,
    });
    return { ok: true };
  });
}
