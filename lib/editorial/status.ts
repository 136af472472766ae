import type { Permission } from "#lib/access/permissions";
import type { ClaimStatus } from "#lib/claims/status";
import type { Verdict } from "#lib/investigation/vocabulary";

/** Why a draft is written: the first notice, or one of the four kinds of correction. */
export const correctionKinds = ["erratum", "correction", "update", "retraction"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];
export type DraftKind = "initial" | CorrectionKind;

/** 三审: three reviews by three people, none of whom wrote the text. */
export const reviewStages = ["review-1", "review-2", "review-3"] as const;
export type ReviewStage = (typeof reviewStages)[number];

export type DraftStatus = "writing" | ReviewStage | "approved" | "published" | "abandoned";
export type ReviewDecision = "approved" | "returned";

/**
 * The whole life of a draft; every other file asks this table. Any edit and any return lead back to its writer. Only a
 * correction is abandoned: the database holds that too.
 */
export const draftMoves: Record<DraftStatus, readonly DraftStatus[]> = {
  writing: ["writing", "review-1", "abandoned"],
  "review-1": ["review-2", "writing", "abandoned"],
  "review-2": ["review-3", "writing", "abandoned"],
  "review-3": ["approved", "writing", "abandoned"],
  approved: ["published", "writing", "abandoned"],
  published: [],
  abandoned: [],
};

/** Whether a draft may go from one state to another. */
export const canMoveDraft = (from: DraftStatus, to: DraftStatus): boolean => draftMoves[from].includes(to);

/** Whether somebody has yet to write or decide; a claim has one such text at a time. */
export const isInWork = (status: DraftStatus): boolean => draftMoves[status].length > 0;

/** Where the claim stands while its first text is in a state; after the final approval it waits in review-3. */
export const claimStatusOf: Record<Exclude<DraftStatus, "abandoned">, ClaimStatus> = {
  writing: "drafting",
  "review-1": "review-1",
  "review-2": "review-2",
  "review-3": "review-3",
  approved: "review-3",
  published: "published",
};

/** Where a text in a state takes its claim; null when a correction leaves it where it is. */
export function claimStatusAfter(kind: DraftKind, status: DraftStatus): ClaimStatus | null {
  if (status === "abandoned") return null;
  if (kind === "initial") return claimStatusOf[status];
  if (status !== "published") return null;
  return kind === "retraction" ? "retracted" : "corrected";
}

/** The state after an approval at a stage. */
export const afterApproval: Record<ReviewStage, DraftStatus> = {
  "review-1": "review-2",
  "review-2": "review-3",
  "review-3": "approved",
};

export const isReviewStage = (status: string): status is ReviewStage =>
  (reviewStages as readonly string[]).includes(status);

/** The permission that each stage needs. */
export const stagePermission: Record<ReviewStage, Permission> = {
  "review-1": "review.first",
  "review-2": "review.second",
  "review-3": "review.final",
};

/** What each reviewer can be asked to confirm before approving. Labels: editorial.review.checklist. */
export const checklists: Record<ReviewStage, readonly string[]> = {
  "review-1": ["claim-fair", "evidence-supports", "plain-words"],
  "review-2": ["sources-opened", "no-private-person", "reply-sought"],
  "review-3": ["verdict-right", "title-fair", "ready-to-publish"],
};

/** Items about evidence and replies, which a retraction need not have. */
const waivedForRetraction: readonly string[] = ["evidence-supports", "sources-opened", "reply-sought"];

/** What the reviewer of a stage confirms of a text before approving it; every item must be ticked. */
export const checklistOf = (kind: DraftKind, stage: ReviewStage): readonly string[] =>
  checklists[stage].filter((item) => kind !== "retraction" || !waivedForRetraction.includes(item));

/** One point of what was found, with the evidence that supports it. */
export type DraftPoint = { text: string; evidenceIds: string[] };

/** The text of a notice while it is written. */
export type DraftContent = {
  title: string;
  titleEn: string;
  verdict: Verdict;
  summary: string;
  claimed: string;
  points: DraftPoint[];
  advice: string;
  howWeKnow: string;
  /** A firm, group or public body that the notice criticises or that can be identified; empty when none. */
  organisation: string;
  criticises: boolean;
  /** The writer states that no private person can be recognised. */
  noPrivatePerson: boolean;
};

declare global {
  namespace PrismaJson {
    type DraftKind = import("./status.ts").DraftKind;
    type DraftStatus = import("./status.ts").DraftStatus;
    type DraftContent = import("./status.ts").DraftContent;
    type ReviewStage = import("./status.ts").ReviewStage;
    type ReviewDecision = import("./status.ts").ReviewDecision;
    type CorrectionKind = import("./status.ts").CorrectionKind;
  }
}
