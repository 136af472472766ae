import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { loadClaim } from "#lib/claims/change-claim";
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
 * one, through three reviews, to a new version. The published one stays readable.
 */
export async function openCorrection(actor: Actor, input: OpenCorrection): Promise<CorrectionOutcome> {
  const claim = await loadClaim(db, input.claimId, { id: true, status: true });
  const last = await db.draft.findFirst({
    where: { claimId: claim.id, status: "published" },
    orderBy: { createdAt: "desc" },
    select: { id: true, memberId: true, latestVersion: true },
  });
  const by = assertCan(actor, "correction.open", { memberIds: last ? [last.memberId] : [] });
  if (!last || (claim.status !== "published" && claim.status !== "corrected"))
    return { ok: false, reason: "MOVE_REFUSED" };
  const { content } = await publishedVersion(last);
  return decide<CorrectionOutcome>(
    async (tx) => {
      const { id: claimId } = claim;
      const draftId = await openDraft(tx, {
        claimId,
        memberId: last.memberId,
        kind: input.kind,
        correctionNote: input.note,
        // Whoever opens the correction answers for its first version, and reviews none of it.
        writerId: actor.userId,
        content,
      });
      const event = { type: "correction.opened", actor: by, subjectId: draftId, claimId } as const;
      await recordEvent(tx, { ...event, reason: input.note, data: { kind: input.kind } });
      return { ok: true, draftId };
    },
    { lost: "CORRECTION_OPEN" },
  );
}

async function publishedVersion(draft: { id: string; latestVersion: number }) {
  const version = await db.draftVersion.findUnique({
    where: { draftId_number: { draftId: draft.id, number: draft.latestVersion } },
    select: { content: true },
  });
  if (!version) throw new AppError("NOT_FOUND");
  return version;
}
