import type { Permits } from "#components/claims/claim-data.ts";
import type { AssignmentPermits } from "#components/routing/claim-assignments";
import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import type { ClaimView } from "#lib/claims/queries";
import { canMove, isClosed, isOpen } from "#lib/claims/status";
import type { ClaimDraft } from "#lib/editorial/queries";
import type { AssignmentRow } from "#lib/routing/queries";
import { type AssignmentPurpose, purposePermission } from "#lib/routing/status";

const routed = ["assigned", "verifying", "drafting", "review-1", "review-2", "review-3"] as const;

/** What the actor may do with a claim in its present state; the use cases decide again when it is done. */
export function permitsOf(
  actor: Actor,
  { status, sideState, suspicion }: Pick<ClaimView, "status" | "sideState" | "suspicion">,
  assignments: readonly AssignmentRow[],
  drafts: readonly ClaimDraft[],
): Permits {
  const workers = (...purposes: readonly AssignmentPurpose[]) => ({
    memberIds: assignments
      .filter(
        ({ status: held, purpose }) => (held === "accepted" || held === "done") && purposes.includes(purpose),
      )
      .map(({ member }) => member.id),
  });
  const anyWorker = workers("verify", "write", "assist");
  const published = drafts.find((draft) => draft.status === "published");
  const isWriting = drafts.some((draft) => draft.status !== "published");
  return {
    triage: can(actor, "claim.triage") && status === "received",
    release: can(actor, "claim.release") && suspicion !== null,
    close: can(actor, "claim.close") && canMove(status, "opinion"),
    merge: can(actor, "claim.merge") && canMove(status, "duplicate"),
    decideMatch: can(actor, "match.decide"),
    reopen: can(actor, "claim.reopen") && isClosed(status),
    undoMerge: can(actor, "claim.reopen"),
    wait: can(actor, "claim.wait") && isOpen(status) && sideState === null,
    resume: can(actor, "claim.wait") && sideState === "waiting-evidence",
    route: can(actor, "route.confirm") && canMove(status, "assigned") && status === "triaged",
    offer: can(actor, "route.confirm") && routed.some((one) => one === status),
    contact: can(actor, "contact.read"),
    question: can(actor, "report.question", anyWorker) && isOpen(status),
    addEvidence: can(actor, "evidence.add", anyWorker) && !isClosed(status),
    recordReply: can(actor, "reply.record", anyWorker) && !isClosed(status) && status !== "received",
    submitFinding:
      can(actor, "finding.submit", workers("verify")) && (status === "verifying" || status === "drafting"),
    writeDraft: can(actor, "draft.write", workers("write")) && status === "drafting" && !isWriting,
    openCorrection:
      (status === "published" || status === "corrected") &&
      !isWriting &&
      can(actor, "correction.open", { memberIds: published ? [published.memberId] : [] }),
  };
}

/** What the actor may do with one assignment. */
export const assignmentPermits = (
  actor: Actor,
  { status, purpose, member }: AssignmentRow,
): AssignmentPermits => {
  const own = { memberIds: [member.id] };
  const isHeld = status === "offered" || status === "accepted";
  return {
    accept: status === "offered" && can(actor, purposePermission[purpose], own),
    giveBack: isHeld && can(actor, purposePermission[purpose], own),
    handOver: isHeld && can(actor, "assignment.hand-over", own),
  };
};
