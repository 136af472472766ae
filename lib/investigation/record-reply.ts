import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import { isClosed } from "#lib/claims/status";
import { workersOn } from "#lib/claims/work/queries";
import { now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { RecordReply } from "./schema.ts";

export type RecordOutcome = { ok: true } | { ok: false; reason: "MOVE_REFUSED" };

/**
 * Records that an organisation was asked for its reply, and what came of it. The right of reply goes on when a notice is
 * published; about a claim that nobody verifies, or that was closed without one, nobody is asked.
 */
export async function recordReply(actor: Actor, input: RecordReply): Promise<RecordOutcome> {
  return db.$transaction(async (tx): Promise<RecordOutcome> => {
    const claim = await holdClaim(tx, input.claimId);
    const by = assertCan(actor, "reply.record", { memberIds: await workersOn(claim.id, undefined, tx) });
    if (claim.status === "received" || isClosed(claim.status)) return { ok: false, reason: "MOVE_REFUSED" };
    const id = newId();
    await tx.replyRequest.create({
      data: {
        id,
        claimId: claim.id,
        recordedById: actor.userId,
        recordedAt: now(),
        organisation: input.organisation,
        askedAt: startOfDay(input.askedOn),
        outcome: input.outcome,
        reply: input.reply || null,
      },
    });
    await recordEvent(tx, {
      type: "reply.recorded",
      actor: by,
      subjectId: id,
      claimId: claim.id,
      data: { organisation: input.organisation, outcome: input.outcome },
    });
    return { ok: true };
  });
}
