import type { ClaimStatus, OtherChannel, SideState } from "#lib/claims/status";
import { allowances } from "#lib/clocks/allowances";
import type { CorrectionKind } from "#lib/editorial/status";
import type { Match } from "#lib/matching/match";
import { after } from "#lib/platform/clock";
import type { Urgency } from "#lib/reference/urgency";
import type { Crew } from "./crew.ts";
import type { EvidenceStory, NoticeStory } from "./notices.ts";
import type { ReportStory } from "./reports.ts";

/** How a claim ends without a notice; what it refers to has been told by then. */
export type Closing = {
  from: ClaimStatus;
  note: string;
  channel?: OtherChannel | undefined;
  into?: { id: string; number: number } | undefined;
  answeredBy?: { debunk: { slug: string } | null } | undefined;
};

/** A published notice is corrected: what changes, why, and how long after the first publication. */
export type Correction = {
  kind: CorrectionKind;
  note: string;
  change: Partial<Omit<NoticeStory, "evidence">>;
  /** Found since the first publication; points count it after the first evidence. */
  evidence?: readonly EvidenceStory[];
  after: number;
};

/** A match, and the claim that it names; it may be another one than the report belongs to. */
export type Found = Omit<Match, "id"> & { claim: { id: string } };

/** Everything that a claim's history is told from. */
export type ClaimStory = {
  status: ClaimStatus;
  wording: string;
  urgency: Urgency;
  topicId: string | null;
  subtopicId: string | null;
  places: readonly string[];
  reports: readonly ReportStory[];
  receivedAt: Date;
  /** 1 = in good time; 2 = twice as slow, so that it is overdue in the end. */
  pace: number;
  crew: Crew;
  lead: string;
  writer: string;
  notice: NoticeStory;
  corrections: readonly Correction[];
  closing: Closing | null;
  side: { state: SideState; reason: string } | null;
  /** What matching finds for a later report; without it, every one is the same for sure. */
  find?: (text: string) => Found | null;
};

/** When each step is taken, as a part of the time that the urgency class allows for a verdict. */
const moments = {
  triaged: 0.03,
  routed: 0.05,
  accepted: 0.1,
  joined: 0.12,
  evidence: 0.16,
  replied: 0.34,
  found: 0.42,
  drafted: 0.5,
  submitted: 0.58,
  "review-1": 0.64,
  "review-2": 0.7,
  "review-3": 0.76,
  published: 0.78,
} as const;
export type Moment = keyof typeof moments;

/** The time that the pace of a history is measured by. */
export const spanOf = (urgency: Urgency): number => allowances[urgency].budgets.verdict ?? 0;

/** The moment of a step in a claim's history. */
export const momentOf = (
  { receivedAt, urgency, pace }: Pick<ClaimStory, "receivedAt" | "urgency" | "pace">,
  step: Moment,
): Date => after(receivedAt, Math.round(moments[step] * spanOf(urgency) * pace));

const way = [
  "received",
  "triaged",
  "assigned",
  "verifying",
  "drafting",
  "review-1",
  "review-2",
  "review-3",
  "published",
] as const satisfies readonly ClaimStatus[];
type Stage = (typeof way)[number];

/** The last step that a claim in a state has behind it; work on a draft goes on in the state `drafting`. */
const lastMoments: Record<ClaimStatus, Moment | null> = {
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
  duplicate: null,
  answered: null,
  opinion: null,
  "not-checkable": null,
  "too-vague": null,
  "other-channel": null,
};

/** The state on the way to publication that a claim reaches, be it closed or corrected afterwards. */
export const goalOf = ({ status, closing }: Pick<ClaimStory, "status" | "closing">): Stage => {
  const goal = closing?.from ?? status;
  return way.find((stage) => stage === goal) ?? (closing ? "received" : "published");
};

/** Whether a claim that reaches a state has passed, or reached, another. */
export const reaches = (goal: Stage, stage: Stage): boolean => way.indexOf(stage) <= way.indexOf(goal);

/** Whether a claim that reaches a state has left another behind. */
export const passes = (goal: Stage, stage: Stage): boolean => way.indexOf(stage) < way.indexOf(goal);

/** The last step on the way to a state. */
export const lastMoment = (goal: ClaimStatus): Moment | null => lastMoments[goal];
