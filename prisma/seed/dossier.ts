import type { EventActor } from "#lib/access/actor";
import type { EventData, EventType } from "#lib/audit/event-types";
import type { ClaimStatus, OtherChannel, SideState } from "#lib/claims/status";
import { allowances } from "#lib/clocks/allowances";
import type { CorrectionKind } from "#lib/editorial/status";
import { after } from "#lib/platform/clock";
import type { Urgency } from "#lib/reference/urgency";
import type { RouteProposal } from "#lib/routing/propose-route";
import type { Workers } from "./crew.ts";
import { eventRow } from "./events.ts";
import type { EvidenceStory, NoticeStory } from "./notices.ts";
import type { ReportStory, SeededReport } from "./reports.ts";
import type { Rows } from "./rows.ts";

export type Closing = {
  from: ClaimStatus;
  note: string;
  channel?: OtherChannel | undefined;
  into?: { id: string; number: number } | undefined;
  answeredById?: string | undefined;
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

/** Everything that a claim's history is told from. */
export type ClaimStory = {
  id: string;
  number: number;
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
  workers: Workers;
  route: Pick<RouteProposal, "divisionCode" | "reasons"> & {
    lead: string;
    writer: string;
    platforms: string[];
  };
  notice: NoticeStory;
  corrections: readonly Correction[];
  closing: Closing | null;
  side: { state: SideState; reason: string } | null;
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

/** A claim's history while it is told: its rows so far, and the claim as the last step left it. */
export type Dossier = {
  story: ClaimStory;
  rows: Rows;
  claim: Rows["claims"][number];
  reports: SeededReport[];
  evidenceIds: string[];
  draftIds: string[];
  debunk: Rows["debunks"][number] | null;
};

/** The moment of a step in this claim's history. */
export const momentOf = (
  { receivedAt, urgency, pace }: Pick<ClaimStory, "receivedAt" | "urgency" | "pace">,
  step: Moment,
) => after(receivedAt, Math.round(moments[step] * (allowances[urgency].budgets.verdict ?? 0) * pace));

type Recorded = {
  type: EventType;
  actor: EventActor;
  at: Date;
  subjectId?: string;
  reason?: string;
  data?: EventData;
};

/** Records an event of the claim. */
export function record({ rows, claim }: Dossier, { subjectId = claim.id, ...event }: Recorded): void {
  rows.events.push(eventRow({ ...event, subjectId, claimId: claim.id }));
  claim.updatedAt = event.at;
}

/** Changes the claim as an edit does: its version counts on. */
export function change({ claim }: Dossier, data: Partial<Dossier["claim"]>): void {
  Object.assign(claim, data, { version: (claim.version ?? 1) + 1 });
}
