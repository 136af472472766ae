import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import type { ClaimStatus } from "#lib/claims/status";
import { offerWork } from "#lib/claims/work/assignments";
import type { Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { openDraft } from "./open-draft.ts";
import type { OpenCorrection } from "./schema.ts";

export type CorrectionOutcome =
  | { ok: true; draftId: string }
  | { ok: false; reason: "MOVE_REFUSED" | "CORRECTION_OPEN" };

/**
 * Opens a correction of a published notice: a new draft that starts from the published text and goes the way of the first
 * one, through three reviews, to a new version. The published one stays readable. Its member is asked to write it; the desk
 * can ask another one, when nobody there can.
 */
export async function openCorrection(actor: Actor, input: OpenCorrection): Promise<CorrectionOutcome> {
  return decide<CorrectionOutcome>({ lost: "CORRECTION_OPEN" }, async (tx) => {
    // Held before the text is read: the former correction may be published at this moment.
    const claim = await holdClaim(tx, input.claimId);
    const last = await findPublished(tx, claim.id);
    const by = assertCan(actor, "correction.open", { memberIds: last ? [last.memberId] : [] });
    if (!last || !canBeCorrected(claim.status)) return { ok: false, reason: "MOVE_REFUSED" };
    const { memberId, first } = last;
    const about = { claimId: claim.id, memberId, kind: input.kind, correctionNote: input.note };
    const draftId = await openDraft(tx, { ...about, first });
    const event = { type: "correction.opened", actor: by, subjectId: draftId, claimId: claim.id } as const;
    await recordEvent(tx, { ...event, reason: input.note, data: { kind: input.kind } });
    await offerWork(tx, claim, { memberId, purpose: "write", by, instructions: input.note });
    return { ok: true, draftId };
  });
}

const canBeCorrected = (status: ClaimStatus): boolean => status === "published" || status === "corrected";

/**
 * The text that was published last, and its member. Its words are those of whoever wrote them; whoever opens a correction
 * has written none, and may decide about it.
 */
async function findPublished(tx: Tx, claimId: string) {
  const draft = await tx.draft.findFirst({
    where: { claimId, status: "published" },
    orderBy: { createdAt: "desc" },
    select: {
      memberId: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { writerId: true, writtenAt: true, content: true },
      },
    },
  });
  const [first] = draft?.versions ?? [];
  return draft && first ? { memberId: draft.memberId, first } : null;
}
