import { type ClaimStatus, isClosed, isPublished } from "#lib/claims/status";
import { type ReviewStage, reviewStages } from "#lib/editorial/status";
import { after, minutes } from "#lib/platform/clock";
import { acceptWork, confirmRoute } from "./assignments.ts";
import { tellClocks } from "./clocks.ts";
import { closeClaim } from "./closings.ts";
import { publish } from "./debunks.ts";
import {
  type ClaimStory,
  type Correction,
  change,
  type Dossier,
  type Moment,
  momentOf,
  record,
} from "./dossier.ts";
import { approveDraft, contentOf, type DraftInWork, startDraft, submitDraft } from "./drafts.ts";
import { addEvidence, gatherEvidence, submitFinding } from "./evidence.ts";
import type { NoticeStory } from "./notices.ts";
import { receiveClaim, triage } from "./triage.ts";

const way: readonly ClaimStatus[] = [
  "received",
  "triaged",
  "assigned",
  "verifying",
  "drafting",
  "review-1",
  "review-2",
  "review-3",
  "published",
];

/** The last step that a claim in a state has behind it; work on a draft goes on in the state `drafting`. */
export const lastMoment: Record<ClaimStatus, Moment | null> = {
  received: null,
  triaged: "triaged",
  assigned: "routed",
  verifying: "replied",
  drafting: "drafted",
  "review-1": "submitted",
  "review-2": "review-1",
  "review-3": "review-2",
  published: "published",
  corrected: "published",
  retracted: "published",
  duplicate: "triaged",
  answered: "triaged",
  opinion: "triaged",
  "not-checkable": "replied",
  "too-vague": "triaged",
  "other-channel": "triaged",
};

/** Tells a claim's life up to its state, with everything that the desks at work would have left in the database. */
export function tellClaim(story: ClaimStory): Dossier {
  const { status, closing } = story;
  const dossier = receiveClaim(story);
  const goal = isPublished(status) ? "published" : isClosed(status) ? (closing?.from ?? "received") : status;
  const reaches = (step: ClaimStatus) => way.indexOf(step) <= way.indexOf(goal);
  if (reaches("triaged")) triage(dossier);
  if (reaches("assigned")) confirmRoute(dossier);
  if (reaches("verifying")) {
    acceptWork(dossier);
    gatherEvidence(dossier);
  }
  if (reaches("drafting")) {
    submitFinding(dossier);
    write(dossier, goal);
  }
  for (const correction of story.corrections) correct(dossier, correction);
  if (closing) closeClaim(dossier, closing);
  if (story.side) wait(dossier, story.side);
  tellClocks(dossier);
  return dossier;
}

function write(dossier: Dossier, goal: ClaimStatus): void {
  const { story } = dossier;
  const content = contentOf(story.notice, dossier.evidenceIds);
  const work = startDraft(dossier, { kind: "initial", note: null, content, at: momentOf(story, "drafted") });
  const reached = way.indexOf(goal);
  if (reached >= way.indexOf("review-1")) submitDraft(dossier, work, momentOf(story, "submitted"));
  for (const stage of reviewStages) {
    // A claim in a review has passed the reviews before it.
    if (reached > way.indexOf(stage)) approveDraft(dossier, work, stage, momentOf(story, stage));
  }
  if (goal === "published") publish(dossier, work, story.notice, momentOf(story, "published"));
}

/** A correction goes the way of the first text, in little more than an hour. */
function correct(
  dossier: Dossier,
  { kind, note, change: changed, evidence = [], after: later }: Correction,
): void {
  const { story } = dossier;
  const opened = after(momentOf(story, "published"), later);
  const at = (count: number) => after(opened, minutes(count));
  for (const found of evidence) addEvidence(dossier, found, opened);
  const notice: NoticeStory = {
    ...story.notice,
    ...changed,
    evidence: [...story.notice.evidence, ...evidence],
  };
  const content = contentOf(notice, dossier.evidenceIds);
  const work: DraftInWork = startDraft(dossier, { kind, note, content, at: opened });
  submitDraft(dossier, work, at(25));
  const stages: [ReviewStage, number][] = [
    ["review-1", 40],
    ["review-2", 55],
    ["review-3", 70],
  ];
  for (const [stage, minute] of stages) approveDraft(dossier, work, stage, at(minute));
  publish(dossier, work, notice, at(75));
}

function wait(dossier: Dossier, { state, reason }: NonNullable<ClaimStory["side"]>): void {
  const { story } = dossier;
  const at = after(momentOf(story, lastMoment[story.status] ?? "triaged"), minutes(10));
  change(dossier, { sideState: state, sideReason: reason, sideSince: at });
  record(dossier, { type: "claim.waiting", actor: story.workers.moderator, at, reason });
}
