import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { type ClaimOutcome, holdClaim } from "#lib/claims/change-claim";
import type { ReadAnswers } from "#lib/claims/schema";
import { decide, lose } from "#lib/platform/decide";

/**
 * Takes a claim out of what has been answered, because somebody has read it and nothing is to be decided. The version stays: whoever
 * decides meanwhile does so in the knowledge of the same answers. An answer that came after what was seen is still to be read.
 */
export async function readAnswers(actor: Actor, { claimId, seenReply }: ReadAnswers): Promise<ClaimOutcome> {
  const by = assertCan(actor, "answers.read");
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await holdClaim(tx, claimId);
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, repliedAt: { lte: seenReply } },
      data: { repliedAt: null },
    });
    if (count === 0) lose();
    const data = { repliedAt: seenReply.toISOString() };
    await recordEvent(tx, { type: "claim.answers-read", actor: by, subjectId: claimId, claimId, data });
    return { ok: true };
  });
}

type Unread = { claimId: string; version: number; repliedAt: Date };

/** Puts a claim back among what has been answered, as if nobody had read it. */
export async function unreadAnswers(actor: Actor, unread: Unread): Promise<ClaimOutcome> {
  const { claimId, version, repliedAt } = unread;
  const by = assertCan(actor, "answers.read");
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await holdClaim(tx, claimId);
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, version, repliedAt: null },
      data: { repliedAt },
    });
    if (count === 0) lose();
    await recordEvent(tx, { type: "claim.answers-unread", actor: by, subjectId: claimId, claimId });
    return { ok: true };
  });
}
