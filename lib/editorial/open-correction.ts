import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { loadClaim } from "#lib/claims/change-claim";
import { now } from "#lib/platform/clock";
import { db, isUniqueViolation } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
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
  const draftId = newId();
  try {
    await db.$transaction(async (tx) => {
      await tx.draft.create({
        data: {
          id: draftId,
          claimId: claim.id,
          memberId: last.memberId,
          kind: input.kind,
          status: "writing",
          correctionNote: input.note,
          latestVersion: 1,
          createdAt: now(),
          updatedAt: now(),
        },
      });
      // Whoever opens the correction answers for its first version, and reviews none of it.
      await tx.draftVersion.create({
        data: { id: newId(), draftId, number: 1, writerId: actor.userId, writtenAt: now(), content },
      });
      await recordEvent(tx, {
        type: "correction.opened",
        actor: by,
        subjectId: draftId,
        claimId: claim.id,
        reason: input.note,
        data: { kind: input.kind },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: "CORRECTION_OPEN" };
    throw error;
  }
  return { ok: true, draftId };
}

async function publishedVersion(draft: { id: string; latestVersion: number }) {
  const version = await db.draftVersion.findUnique({
    where: { draftId_number: { draftId: draft.id, number: draft.latestVersion } },
    select: { content: true },
  });
  if (!version) throw new AppError("NOT_FOUND");
  return version;
}
