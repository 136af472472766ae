import type { UndoOutcome } from "#lib/routing/undo-decision";
import type { FormAction } from "#lib/web/form";
import type { ContactOutcome } from "./read-contact-form.tsx";

/** The server actions of the page; components never import routes. */
export type ClaimActions = Record<
  | "triageAction"
  | "undoTriageAction"
  | "reviseAction"
  | "closeAction"
  | "mergeAction"
  | "releaseAction"
  | "reopenAction"
  | "rejectMatchAction"
  | "confirmReportAction"
  | "separateReportAction"
  | "splitAction"
  | "waitAction"
  | "resumeAction"
  | "snoozeAction"
  | "wakeAction"
  | "readAnswersAction"
  | "confirmRouteAction"
  | "undoRouteAction"
  | "offerAction"
  | "acceptAction"
  | "returnAction"
  | "handOverAction"
  | "takeOverAction"
  | "recallAction"
  | "askReporterAction"
  | "addEvidenceAction"
  | "withdrawEvidenceAction"
  | "recordReplyAction"
  | "submitFindingAction"
  | "abandonCorrectionAction",
  FormAction
> & { readContactAction: FormAction<ContactOutcome>; undoAction: FormAction<UndoOutcome> };
