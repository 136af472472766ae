import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { isHeld, isTaken } from "#lib/access/holding";
import type { ClaimView } from "#lib/claims/queries";
import { canMove, isClosed, isOpen, isRouted, isUnderReview } from "#lib/claims/status";
import { isRouteTaken, isWorkedOn } from "#lib/claims/work/begun";
import { type AssignmentPurpose, purposePermission } from "#lib/claims/work/status";
import type { ClaimDraft } from "#lib/editorial/queries";
import { isInWork } from "#lib/editorial/status";
import type { EvidenceView } from "#lib/investigation/queries";
import { now } from "#lib/platform/clock";
import type { ClockSteps } from "#lib/routing/foretell";
import type { AssignmentRow } from "#lib/routing/queries";

/** What a person may do with an assignment of their own member. */
export type AssignmentPermits = ReturnType<typeof assignmentPermits>;

export type HeldAssignment = AssignmentRow & {
  permits: AssignmentPermits;
  steps: readonly ClockSteps[];
  /** Whether nobody is there who could do it. */
  isAway: boolean;
  /** To whom of the member it can be given, where the actor may give it. */
  colleagues: readonly { id: string; name: string; isAway: boolean }[];
};

type Shown = "status" | "sideState" | "suspicion" | "orderAt" | "dueAt" | "hiddenUntil" | "repliedAt";

const isPast = (time: Date | null): boolean => time !== null && time <= now();
const isAhead = (time: Date | null): boolean => time !== null && time > now();

/** What the actor may do with a claim in its present state; the use cases decide again when it is done. */
export function permitsOf(
  actor: Actor,
  { status, sideState, suspicion, orderAt, dueAt, hiddenUntil, repliedAt }: Pick<ClaimView, Shown>,
  assignments: readonly AssignmentRow[],
  drafts: readonly ClaimDraft[],
  evidence: readonly EvidenceView[],
) {
  const workers = (...purposes: readonly AssignmentPurpose[]) => ({
    memberIds: assignments
      .filter((assignment) => isTaken(assignment.status) && purposes.includes(assignment.purpose))
      .map(({ member }) => member.id),
  });
  const anyWorker = workers("verify", "write", "assist");
  const published = drafts.find((draft) => draft.status === "published");
  const isWriting = drafts.some((draft) => isInWork(draft.status));
  const correction = drafts.find(({ kind, status: at }) => kind !== "initial" && isInWork(at));
  return {
    triage: can(actor, "claim.triage") && status === "received",
    undoTriage: can(actor, "claim.triage") && status === "triaged" && !isWorkedOn(assignments, evidence),
    revise: can(actor, "claim.revise") && isOpen(status) && status !== "received",
    /** Beside the urgency also what the claim says and is about. */
    reword: can(actor, "claim.revise") && isOpen(status) && status !== "received" && !isUnderReview(status),
    release: can(actor, "claim.release") && suspicion !== null,
    close: can(actor, "claim.close") && canMove(status, "opinion"),
    merge: can(actor, "claim.merge") && canMove(status, "duplicate"),
    decideMatch: can(actor, "match.decide"),
    reopen: can(actor, "claim.reopen") && isClosed(status),
    undoMerge: can(actor, "claim.reopen"),
    wait: can(actor, "claim.wait") && isOpen(status) && sideState === null,
    snooze: can(actor, "claim.snooze") && orderAt !== null && !isPast(dueAt) && !isAhead(hiddenUntil),
    wake: can(actor, "claim.snooze") && orderAt !== null && isAhead(hiddenUntil),
    resume: can(actor, "claim.wait") && sideState === "waiting-evidence",
    route: can(actor, "route.confirm") && canMove(status, "assigned") && status === "triaged",
    undoRoute: can(actor, "route.confirm") && status === "assigned" && !isRouteTaken(assignments),
    offer: can(actor, "route.confirm") && (isRouted(status) || correction !== undefined),
    contact: can(actor, "contact.read"),
    readAnswers: can(actor, "answers.read") && isOpen(status) && repliedAt !== null,
    question: can(actor, "report.question", anyWorker) && isOpen(status),
    addEvidence: can(actor, "evidence.add", anyWorker) && !isClosed(status),
    recordReply: can(actor, "reply.record", anyWorker) && !isClosed(status) && status !== "received",
    submitFinding:
      can(actor, "finding.submit", workers("verify")) && (status === "verifying" || status === "drafting"),
    writeDraft: can(actor, "draft.write", workers("write")) && status === "drafting" && !isWriting,
    abandonCorrection: can(actor, "correction.abandon") && correction !== undefined,
    openCorrection:
      (status === "published" || status === "corrected") &&
      !isWriting &&
      can(actor, "correction.open", { memberIds: published ? [published.memberId] : [] }),
  };
}

/** What the actor may do with one assignment. */
export function assignmentPermits(actor: Actor, assignment: AssignmentRow) {
  const { status, purpose, member, passedOnTo, assignedTo } = assignment;
  const own = { memberIds: [member.id] };
  const above = { memberIds: passedOnTo ? [passedOnTo] : [] };
  return {
    accept: status === "offered" && can(actor, purposePermission[purpose], own),
    giveBack: isHeld(status) && can(actor, purposePermission[purpose], own),
    handOver: isHeld(status) && can(actor, "assignment.hand-over", own),
    takeOver: can(actor, "assignment.take-over", above) && can(actor, purposePermission[purpose], above),
    give: isHeld(status) && can(actor, "assignment.give", own),
    take: isHeld(status) && assignedTo === null && can(actor, purposePermission[purpose], own),
    letGo: isHeld(status) && assignedTo?.id === actor.userId && can(actor, purposePermission[purpose], own),
    recall: isHeld(status) && can(actor, "assignment.recall"),
  };
}
