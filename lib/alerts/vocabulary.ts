import type { Permission } from "#lib/access/permissions";

/** What an alert is of: what somebody has to be allowed to do to be told it, and to see it later. */
type Kind = {
  needs: Permission;
  /** It is about what somebody else does with the person's own work, which they hear also when the claim is theirs no longer. */
  isOwnWork?: true;
  /** It cannot wait: it is pushed to the browsers that asked for it. */
  isUrgent?: true;
  /** The same where the claim is of class P0. */
  isUrgentAtP0?: true;
};

/** Everything that people inside are told. Words: alerts.kind. */
export const kinds = {
  /** A claim of class P0. */
  urgent: { needs: "claim.triage", isUrgent: true },
  "work-offered": { needs: "assignment.list", isOwnWork: true },
  "work-recalled": { needs: "assignment.list", isOwnWork: true },
  /** A person of the member is to do it. */
  "work-given": { needs: "assignment.list", isOwnWork: true },
  "work-restored": { needs: "assignment.list", isOwnWork: true },
  "work-handed-over": { needs: "assignment.list", isOwnWork: true },
  "work-returned": { needs: "assignment.list" },
  /** Nobody has answered in a part of the time, or in all of it. */
  "clock-running-out": { needs: "assignment.list", isOwnWork: true, isUrgentAtP0: true },
  "clock-over": { needs: "assignment.list", isOwnWork: true, isUrgentAtP0: true },
  "reporter-asked": { needs: "claim.read" },
  "reporter-answered": { needs: "claim.read" },
  /** A claim that one has put off is back. */
  back: { needs: "claim.read" },
  "asked-again": { needs: "claim.read" },
  "decision-undone": { needs: "claim.read" },
  "evidence-withdrawn": { needs: "claim.read" },
  "finding-ready": { needs: "claim.read" },
  "review-waiting": { needs: "draft.read" },
  "review-returned": { needs: "draft.read" },
  "ready-to-publish": { needs: "draft.read" },
  published: { needs: "claim.read" },
  "correction-opened": { needs: "claim.read" },
  "correction-abandoned": { needs: "claim.read" },
  corrected: { needs: "claim.read" },
  retracted: { needs: "claim.read" },
  /** A notice is no longer on a page of one's member. */
  "page-lost": { needs: "delivery.list" },
  "endpoint-ended": { needs: "endpoint.list" },
  /** The system has given up something that it was to do. */
  "work-given-up": { needs: "reaction.list" },
  "rules-proposed": { needs: "rules.manage" },
  "rules-returned": { needs: "rules.manage" },
  "rules-waiting": { needs: "rules.read" },
  "rules-active": { needs: "rules.read" },
  "colleague-joined": { needs: "people.list" },
  "key-changed": { needs: "key.list" },
  "own-roles-changed": { needs: "account.manage" },
  "own-password-link": { needs: "account.manage" },
} as const satisfies Record<string, Kind>;

export type AlertKind = keyof typeof kinds;

export const alertKinds = Object.keys(kinds) as AlertKind[];

/** What is to be known of a kind. */
export const kindOf = (kind: AlertKind): Kind => kinds[kind];

/** Whether an alert of a kind about a claim of a class is pushed. */
export function isPushed(kind: AlertKind, urgency: string | null): boolean {
  const { isUrgent, isUrgentAtP0 } = kindOf(kind);
  return Boolean(isUrgent) || (Boolean(isUrgentAtP0) && urgency === "P0");
}

/** How often unread alerts are told by letter. */
export const digests = ["off", "hourly", "daily"] as const;
export type AlertDigest = (typeof digests)[number];

/** What holds for whoever has chosen nothing: a letter before the day's work, when there is something to tell. */
export const defaultSettings = { digest: "daily", hour: 8 } as const satisfies {
  digest: AlertDigest;
  hour: number;
};

declare global {
  namespace PrismaJson {
    type AlertKind = import("./vocabulary.ts").AlertKind;
    type AlertDigest = import("./vocabulary.ts").AlertDigest;
  }
}
