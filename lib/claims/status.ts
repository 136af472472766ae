/** The whole life of a claim; every other file asks this table, and the database holds a copy of it. */
export const claimStatuses = [
  "received",
  "triaged",
  "assigned",
  "verifying",
  "drafting",
  "review-1",
  "review-2",
  "review-3",
  "published",
  "corrected",
  "retracted",
  "duplicate",
  "answered",
  "opinion",
  "not-checkable",
  "too-vague",
  "other-channel",
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** Ways to end a claim without a notice of its own, each with a reason that the citizen reads. */
export const closings = ["answered", "opinion", "not-checkable", "too-vague", "other-channel"] as const;
export type Closing = (typeof closings)[number];

export const isClosing = (word: unknown): word is Closing => (closings as readonly unknown[]).includes(word);

/**
 * Closings that say the same to everybody who asks the same; that a report was too vague is said of its own words alone,
 * and what is answered has its notice.
 */
export const decisions = ["opinion", "not-checkable", "other-channel"] as const satisfies readonly Closing[];
export type Decision = (typeof decisions)[number];

/** Whether whoever asks the same again is told what was decided, instead of opening it anew. */
export const isDecided = (status: ClaimStatus): status is Decision =>
  (decisions as readonly ClaimStatus[]).includes(status);

const ends = ["duplicate", ...closings] as const;
const beforeDrafting = ["received", "triaged", "assigned", "verifying"] as const;

export const claimMoves: Record<ClaimStatus, readonly ClaimStatus[]> = {
  received: ["triaged", ...ends],
  triaged: ["assigned", "received", ...ends],
  assigned: ["verifying", "triaged", ...ends],
  verifying: ["drafting", "triaged", ...ends],
  drafting: ["review-1", "verifying"],
  "review-1": ["review-2", "drafting"],
  "review-2": ["review-3", "drafting"],
  "review-3": ["published", "drafting"],
  published: ["corrected", "retracted"],
  corrected: ["retracted"],
  retracted: [],
  duplicate: beforeDrafting,
  answered: beforeDrafting,
  opinion: beforeDrafting,
  "not-checkable": beforeDrafting,
  "too-vague": beforeDrafting,
  "other-channel": beforeDrafting,
};

/** Whether a claim may go from one state to another. */
export const canMove = (from: ClaimStatus, to: ClaimStatus): boolean => claimMoves[from].includes(to);

/** Whether the claim ended without a notice of its own; such an end can be undone. */
export const isClosed = (status: ClaimStatus): boolean => (ends as readonly ClaimStatus[]).includes(status);

/** Whether the claim has a public notice. */
export const isPublished = (status: ClaimStatus): boolean =>
  status === "published" || status === "corrected" || status === "retracted";

/** Whether somebody in the network still has to act. */
export const isOpen = (status: ClaimStatus): boolean => !isClosed(status) && !isPublished(status);

/** Whether reviewers have the text of the claim before them, or have approved it. */
export const isUnderReview = (status: ClaimStatus): boolean =>
  status === "review-1" || status === "review-2" || status === "review-3";

/** Whether the claim has work to give: from its route until its notice. */
export const isRouted = (status: ClaimStatus): boolean =>
  isOpen(status) && status !== "received" && status !== "triaged";

/** `waiting-evidence` pauses the work with a shown reason; `interim-published` tells what is known so far (P0 only). */
export const sideStates = ["waiting-evidence", "interim-published"] as const;
export type SideState = (typeof sideStates)[number];

/** Whether a claim that comes into a state keeps its side state: that lasts as long as the work does. */
export const keepsSide = (to: ClaimStatus): boolean => isOpen(to) && to !== "received";

/** Where a citizen is sent with what no fact-check can settle. */
export const otherChannels = ["12377", "12345", "110", "12315", "96110"] as const;
export type OtherChannel = (typeof otherChannels)[number];
export const isOtherChannel = (word: unknown): word is OtherChannel =>
  (otherChannels as readonly unknown[]).includes(word);

declare global {
  namespace PrismaJson {
    type ClaimStatus = import("./status.ts").ClaimStatus;
    /** The report that opened the claim, one that matching joined, one that a person put here. */
    type JoinReason = "first" | "matched" | "moved";
    type SideState = import("./status.ts").SideState;
    type Closing = import("./status.ts").Closing;
    type OtherChannel = import("./status.ts").OtherChannel;
  }
}
