import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { LostRace, raced } from "#lib/claims/change-claim";
import { now } from "#lib/platform/clock";
import { db, isUniqueViolation } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { loadDraft, loadVersion } from "./load-draft.ts";
import { moveClaim } from "./move-claim.ts";
import type { ReviewDraft } from "./schema.ts";
import { afterApproval, checklists, claimStatusOf, stagePermission } from "./status.ts";

export type ReviewOutcome =
  | { ok: true }
  | { ok: false; reason: "DRAFT_CHANGED" | "MOVE_REFUSED" | "CLAIM_CHANGED" | "SAME_PERSON" };

/**
 * One of the three reviews (三审). The reviewer wrote no version of the text and did none of its other reviews; the
 * database holds the same rule. An approval passes the text on, anything else returns it to its writer with the reason.
 */
export async function reviewDraft(actor: Actor, input: ReviewDraft): Promise<ReviewOutcome> {
  const draft = await loadDraft(input.draftId);
  const by = assertCan(actor, stagePermission[input.stage], { memberIds: [draft.memberId] });
  if (draft.latestVersion !== input.version) return { ok: false, reason: "DRAFT_CHANGED" };
  if (draft.status !== input.stage) return { ok: false, reason: "MOVE_REFUSED" };
  const approved = input.decision === "approved";
  const missing = checklists[input.stage].filter((item) => !input.checklist.includes(item));
  if (approved && missing.length > 0)
    throw new AppError("VALIDATION", [{ path: "checklist", message: "notTicked" }]);
  if (await tookPart(draft.id, draft.latestVersion, actor.userId))
    return { ok: false, reason: "SAME_PERSON" };
  const version = await loadVersion(draft.id, draft.latestVersion);
  const next = approved ? afterApproval[input.stage] : "writing";
  const outcome = raced(
    db.$transaction(async (tx): Promise<ReviewOutcome> => {
      const { count } = await tx.draft.updateMany({
        where: { id: draft.id, status: input.stage, latestVersion: input.version },
        data: { status: next, updatedAt: now() },
      });
      if (count === 0) throw new LostRace();
      const id = newId();
      await tx.review.create({
        data: {
          id,
          draftId: draft.id,
          draftVersionId: version.id,
          writerId: version.writerId,
          stage: input.stage,
          decision: input.decision,
          reviewerId: actor.userId,
          memberId: by.memberId,
          checklist: approved ? input.checklist : [],
          comment: input.comment || null,
          reviewedAt: now(),
        },
      });
      await moveClaim(tx, draft, claimStatusOf[next]);
      await recordEvent(tx, {
        type: approved ? "review.approved" : "review.returned",
        actor: by,
        subjectId: draft.id,
        claimId: draft.claimId,
        reason: input.comment || undefined,
        data: { stage: input.stage, version: input.version },
      });
      return { ok: true };
    }),
  );
  return outcome.catch((error: unknown) => {
    if (isUniqueViolation(error)) return { ok: false, reason: "MOVE_REFUSED" } as const;
    throw error;
  });
}

/** Whether the person wrote any version of the draft, or decided on its latest one already. */
async function tookPart(draftId: string, latestVersion: number, userId: string): Promise<boolean> {
  const [written, reviewed] = await Promise.all([
    db.draftVersion.count({ where: { draftId, writerId: userId } }),
    db.review.count({ where: { draftId, reviewerId: userId, version: { number: latestVersion } } }),
  ]);
  return written > 0 || reviewed > 0;
}
