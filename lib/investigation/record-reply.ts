import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { loadClaim } from "#lib/claims/change-claim";
import { workersOn } from "#lib/claims/work/queries";
import { now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { RecordReply } from "./schema.ts";

/** Records that an organisation was asked for its reply, and what came of it (right of reply). */
export async function recordReply(actor: Actor, input: RecordReply): Promise<{ ok: true }> {
  const claim = await loadClaim(db, input.claimId, { id: true });
  const by = assertCan(actor, "reply.record", { memberIds: await workersOn(claim.id) });
  await db.$transaction(async (tx) => {
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
  });
  return { ok: true };
}
