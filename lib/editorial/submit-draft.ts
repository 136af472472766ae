import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import { takeWork } from "#lib/claims/work/assignments";
import { workersOn } from "#lib/claims/work/queries";
import { decide } from "#lib/platform/decide";
import { draftProblems, type GateProblem } from "./evidence-gate.ts";
import { loadDraft, loadGateFacts, loadVersion } from "./load-draft.ts";
import { moveDraft } from "./move-draft.ts";
import type { SubmitDraft } from "./schema.ts";

export type SubmitDraftOutcome =
  | { ok: true }
  | { ok: false; reason: "DRAFT_CHANGED" | "MOVE_REFUSED" | "CLAIM_CHANGED" | "TEXT_RETURNED" }
  | { ok: false; reason: "NOT_READY"; problems: GateProblem[] };

/**
 * Hands a finished text to the first reviewer. What a review returned goes in again only when it was edited: each stage
 * decides about a version once, and the database holds the same rule.
 */
export async function submitDraft(actor: Actor, input: SubmitDraft): Promise<SubmitDraftOutcome> {
  const draft = await loadDraft(input.draftId);
  const by = assertCan(actor, "draft.submit", { memberIds: await workersOn(draft.claimId, ["write"]) });
  if (draft.latestVersion !== input.version) return { ok: false, reason: "DRAFT_CHANGED" };
  if (draft.status !== "writing") return { ok: false, reason: "MOVE_REFUSED" };
  const [{ id, content }, facts] = await Promise.all([
    loadVersion(draft.id, draft.latestVersion),
    loadGateFacts(draft.claimId),
  ]);
  const problems = draftProblems({ kind: draft.kind, content, ...facts });
  if (problems.length > 0) return { ok: false, reason: "NOT_READY", problems };
  return decide<SubmitDraftOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    // Held, so that no review of the version is decided in between.
    await holdClaim(tx, draft.claimId);
    const decided = { draftVersionId: id, decision: "returned" } as const;
    if ((await tx.review.count({ where: decided })) > 0) return { ok: false, reason: "TEXT_RETURNED" };
    await moveDraft(tx, draft, { to: "review-1", actor: by });
    await takeWork(tx, draft.claimId, by, "write");
    await recordEvent(tx, {
      type: "draft.submitted",
      actor: by,
      subjectId: draft.id,
      claimId: draft.claimId,
      data: { version: input.version, kind: draft.kind },
    });
    return { ok: true };
  });
}
