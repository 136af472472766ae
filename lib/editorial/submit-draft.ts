import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { takeWork } from "#lib/claims/work/assignments";
import { workersOn } from "#lib/claims/work/queries";
import { decide } from "#lib/platform/decide";
import { draftProblems, type GateProblem } from "./evidence-gate.ts";
import { holdDraft, loadGateFacts, loadVersion } from "./load-draft.ts";
import { moveDraft } from "./move-draft.ts";
import { keepDetails, type PrivateDetail } from "./private-details.ts";
import type { SubmitDraft } from "./schema.ts";

export type SubmitDraftOutcome =
  | { ok: true }
  | { ok: false; reason: "DRAFT_CHANGED" | "MOVE_REFUSED" | "CLAIM_CHANGED" | "TEXT_RETURNED" }
  | { ok: false; reason: "NOT_READY"; problems: GateProblem[] }
  | { ok: false; reason: "DETAILS_OPEN"; details: PrivateDetail[] };

/**
 * Hands a finished text to the first reviewer, once somebody has answered for what it may tell of private people. What a review returned goes in again only when it was edited: each stage
 * decides about a version once, and the database holds the same rule.
 */
export async function submitDraft(actor: Actor, input: SubmitDraft): Promise<SubmitDraftOutcome> {
  return decide<SubmitDraftOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    // Held, so that meanwhile no work is recalled, no evidence withdrawn and no review decided.
    const draft = await holdDraft(tx, input.draftId);
    const { claimId, kind, latestVersion } = draft;
    const by = assertCan(actor, "draft.submit", { memberIds: await workersOn(claimId, ["write"], tx) });
    if (latestVersion !== input.version) return { ok: false, reason: "DRAFT_CHANGED" };
    if (draft.status !== "writing") return { ok: false, reason: "MOVE_REFUSED" };
    const { id, content } = await loadVersion(draft.id, latestVersion, tx);
    const problems = draftProblems({ kind, content, ...(await loadGateFacts(claimId, tx)) });
    if (problems.length > 0) return { ok: false, reason: "NOT_READY", problems };
    const decided = { draftVersionId: id, decision: "returned" } as const;
    if ((await tx.review.count({ where: decided })) > 0) return { ok: false, reason: "TEXT_RETURNED" };
    const details = await keepDetails(tx, by, draft, { content, kept: input.kept });
    if (details.length > 0) return { ok: false, reason: "DETAILS_OPEN", details };
    await moveDraft(tx, draft, { to: "review-1", actor: by });
    await takeWork(tx, claimId, by, "write");
    await recordEvent(tx, {
      type: "draft.submitted",
      actor: by,
      subjectId: draft.id,
      claimId,
      data: { version: input.version, kind },
    });
    return { ok: true };
  });
}
