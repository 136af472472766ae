import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim, loadClaim } from "#lib/claims/change-claim";
import type { ClaimStatus } from "#lib/claims/status";
import { offerWork } from "#lib/claims/work/assignments";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
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
  const claim = await loadClaim(db, input.claimId, { id: true, status: true });
  const last = await db.draft.findFirst({
    where: { claimId: claim.id, status: "published" },
    orderBy: { createdAt: "desc" },
    select: { id: true, memberId: true, latestVersion: true },
  });
  const by = assertCan(actor, "correction.open", { memberIds: last ? [last.memberId] : [] });
  if (!last || !canBeCorrected(claim.status)) return { ok: false, reason: "MOVE_REFUSED" };
  // Its words are those of whoever wrote them; whoever opens a correction has written none, and may decide about it.
  const first = await publishedVersion(last);
  return decide<CorrectionOutcome>({ lost: "CORRECTION_OPEN" }, async (tx) => {
    const held = await holdClaim(tx, claim.id);
    if (!canBeCorrected(held.status)) return { ok: false, reason: "MOVE_REFUSED" };
    const { memberId } = last;
    const about = { claimId: held.id, memberId, kind: input.kind, correctionNote: input.note };
    const draftId = await openDraft(tx, { ...about, first });
    const event = { type: "correction.opened", actor: by, subjectId: draftId, claimId: held.id } as const;
    await recordEvent(tx, { ...event, reason: input.note, data: { kind: input.kind } });
    await offerWork(tx, held, { memberId, purpose: "write", by, instructions: input.note });
    return { ok: true, draftId };
  });
}

const canBeCorrected = (status: ClaimStatus): boolean => status === "published" || status === "corrected";

async function publishedVersion(draft: { id: string; latestVersion: number }) {
  const version = await db.draftVersion.findUnique({
    where: { draftId_number: { draftId: draft.id, number: draft.latestVersion } },
    select: { writerId: true, writtenAt: true, content: true },
  });
  if (!version) throw new AppError("NOT_FOUND");
  return version;
}
