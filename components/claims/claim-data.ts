import type { DeskAction } from "#components/desk/use-desk-form";
import type { EvidenceRow } from "#components/investigation/evidence-list";
import type { HeldAssignment } from "#components/routing/claim-assignments";
import type { MemberChoice } from "#components/routing/member-options";
import type { TimelineEvent } from "#lib/audit/queries";
import type { ClaimView, ReportView } from "#lib/claims/queries";
import type { RepeatedText } from "#lib/claims/reports/find-repeated-text";
import type { SuggestedClaim } from "#lib/claims/reports/list-suggestions";
import type { QueueFilter } from "#lib/claims/schema";
import type { Closing } from "#lib/claims/status";
import type { QueueRow } from "#lib/desk/list-queue";
import type { ClaimDraft } from "#lib/editorial/queries";
import type { Investigation } from "#lib/investigation/queries";

import type { Division } from "#lib/reference/divisions";

import type { RoutePreview } from "#lib/routing/preview-route";
import type { ContactOutcome } from "./read-contact-form.tsx";
import type { TopicChoice, TriageSuggestion } from "./triage-form.tsx";

/** What a person may do with a claim now. */
export type Permits = Record<
  | "triage"
  | "release"
  | "close"
  | "merge"
  | "reopen"
  | "decideMatch"
  | "undoMerge"
  | "wait"
  | "resume"
  | "route"
  | "offer"
  | "contact"
  | "question"
  | "addEvidence"
  | "recordReply"
  | "submitFinding"
  | "writeDraft"
  | "openCorrection",
  boolean
>;

/** Everything that the page of a claim shows. */
export type ClaimData = {
  claim: ClaimView;
  reports: readonly ReportView[];
  repeated: RepeatedText | null;
  timeline: readonly TimelineEvent[];
  assignments: readonly HeldAssignment[];
  drafts: readonly ClaimDraft[];
  evidence: readonly EvidenceRow[];
  findings: Investigation["findings"];
  replies: Investigation["replies"];
  /** The rows of the queue that the claim was opened from. */
  queue: readonly QueueRow[] | null;
  filter: QueueFilter | null;
  topics: readonly TopicChoice[];
  divisions: readonly Division[];
  members: readonly MemberChoice[];
  people: ReadonlyMap<string, string>;
  similar: readonly SuggestedClaim[];
  route: RoutePreview | null;
  closingTexts: Record<Closing, string> | null;
  suggestion: TriageSuggestion;
  permits: Permits;
};

/** The server actions of the page; components never import routes. */
export type ClaimActions = Record<
  | "triageAction"
  | "closeAction"
  | "mergeAction"
  | "releaseAction"
  | "reopenAction"
  | "rejectMatchAction"
  | "confirmReportAction"
  | "separateReportAction"
  | "waitAction"
  | "resumeAction"
  | "confirmRouteAction"
  | "offerAction"
  | "acceptAction"
  | "returnAction"
  | "handOverAction"
  | "askReporterAction"
  | "addEvidenceAction"
  | "withdrawEvidenceAction"
  | "recordReplyAction"
  | "submitFindingAction",
  DeskAction
> & { readContactAction: DeskAction<ContactOutcome> };
