import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { loadDraft, loadVersion } from "./load-draft.ts";
import { moveDraft } from "./move-draft.ts";
import type { ReviewDraft } from "./schema.ts";
import { afterApproval, checklistOf, stagePermission } from "./status.ts";

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
  const asked = checklistOf(draft.kind, input.stage);
  if (approved && !asked.every((item) => input.checklist.includes(item)))
    throw new AppError("VALIDATION", [{ path: "checklist", message: "notTicked" }]);
  if (await tookPart(draft.id, draft.latestVersion, actor.userId))
    return { ok: false, reason: "SAME_PERSON" };
  const version = await loadVersion(draft.id, draft.latestVersion);
  const to = approved ? afterApproval[input.stage] : "writing";
  return decide<ReviewOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await moveDraft(tx, draft, { to, actor: by });
    await tx.review.create({
      data: {
        id: newId(),
        draftId: draft.id,
        draftVersionId: version.id,
        writerId: version.writerId,
        stage: input.stage,
        decision: input.decision,
        reviewerId: actor.userId,
        memberId: by.memberId,
        checklist: approved ? [...asked] : [],
        comment: input.comment || null,
        reviewedAt: now(),
      },
    });
    await recordEvent(tx, {
      type: approved ? "review.approved" : "review.returned",
      actor: by,
      subjectId: draft.id,
      claimId: draft.claimId,
      reason: input.comment || undefined,
      data: { stage: input.stage, version: input.version },
    });
    return { ok: true };
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
