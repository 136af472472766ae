import type { Actor } from "#lib/access/actor";
import { assertCan, can, canEverywhere, membersFor } from "#lib/access/can";
import { nameClaims, type ReadableClaim } from "#lib/claims/read-claim";
import { workersOn } from "#lib/claims/work/queries";
import { claimClocks } from "#lib/clocks/queries";
import { db } from "#lib/platform/db";
import { hasPart } from "./comparison.ts";
import { evidenceGate } from "./evidence-gate.ts";
import { loadDraft, loadGateFacts } from "./load-draft.ts";
import { findDetails } from "./private-details.ts";
import { isReviewStage, reviewStages, stagePermission } from "./status.ts";

const reviewSelect = {
  stage: true,
  decision: true,
  reviewerId: true,
  memberId: true,
  checklist: true,
  comment: true,
  reviewedAt: true,
  version: { select: { number: true } },
} as const;

/** The drafts that wait for a decision that the actor can take, the longest waiting first. */
export async function listReviews(actor: Actor) {
  assertCan(actor, "review.list");
  const stages = canEverywhere(actor, "review.list")
    ? [...reviewStages, "approved" as const]
    : reviewStages.filter((stage) => can(actor, stagePermission[stage]));
  const own = canEverywhere(actor, "review.list")
    ? {}
    : { memberId: { in: membersFor(actor, "review.list") } };
  const drafts = await db.draft.findMany({
    where: { status: { in: stages }, ...own },
    orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      kind: true,
      status: true,
      memberId: true,
      latestVersion: true,
      updatedAt: true,
      claim: { select: { id: true, number: true, wording: true, urgency: true, clocks: claimClocks } },
      versions: { select: { writerId: true } },
      reviews: { select: { reviewerId: true, version: { select: { number: true } } } },
    },
  });
  return (await nameClaims(actor, drafts)).map(({ versions, reviews, ...draft }) => ({
    ...draft,
    /** Whether the actor may decide now: by role, and as somebody who had no part in it. */
    isMine: isReviewStage(draft.status)
      ? can(actor, stagePermission[draft.status], { memberIds: [draft.memberId] }) &&
        !hasPart({ ...draft, versions, reviews }, actor.userId)
      : can(actor, "debunk.publish"),
  }));
}

export type ReviewRow = Awaited<ReturnType<typeof listReviews>>[number];

/**
 * A draft with all its versions, its reviews and what the gate says now; readable by its member and the desk.
 * `published` is the text that a correction starts from, for the diff.
 */
export async function getDraft(actor: Actor, draftId: string) {
  const draft = await loadDraft(draftId);
  const writers = await workersOn(draft.claimId, ["write"]);
  assertCan(actor, "draft.read", { memberIds: [draft.memberId, ...writers] });
  const [versions, reviews, facts] = await Promise.all([
    db.draftVersion.findMany({
      where: { draftId },
      orderBy: { number: "desc" },
      select: { number: true, writerId: true, writtenAt: true, content: true },
    }),
    db.review.findMany({ where: { draftId }, orderBy: { reviewedAt: "asc" }, select: reviewSelect }),
    loadGateFacts(draft.claimId),
  ]);
  const approvedStages = reviews
    .filter(({ decision, version }) => decision === "approved" && version.number === draft.latestVersion)
    .map(({ stage }) => stage);
  const content = versions[0]?.content;
  const details = content ? await findDetails(draft, content) : { open: [], kept: [] };
  return {
    ...draft,
    versions,
    reviews,
    approvedStages,
    details,
    gate: content ? evidenceGate({ kind: draft.kind, content, ...facts, approvedStages }) : [],
  };
}

export type DraftView = Awaited<ReturnType<typeof getDraft>>;

/** The drafts of a claim, newest first. */
export async function listClaimDrafts({ id: claimId }: ReadableClaim) {
  return db.draft.findMany({
    where: { claimId },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      kind: true,
      status: true,
      memberId: true,
      latestVersion: true,
      correctionNote: true,
      createdAt: true,
      updatedAt: true,
    },
  });
}

export type ClaimDraft = Awaited<ReturnType<typeof listClaimDrafts>>[number];
