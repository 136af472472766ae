"use server";

import { getLocale } from "next-intl/server";
import { closeClaim } from "#lib/claims/close-claim";
import { mergeClaim } from "#lib/claims/merge-claim";
import { reopenClaim } from "#lib/claims/reopen-claim";
import { confirmReport, rejectMatch } from "#lib/claims/reports/decide-match";
import { releaseClaim } from "#lib/claims/reports/release-claim";
import { separateReport } from "#lib/claims/reports/separate-report";
import { splitClaim } from "#lib/claims/reports/split-claim";
import { reviseClaim } from "#lib/claims/revise-claim";
import {
  askReporterSchema,
  closeClaimSchema,
  confirmReportSchema,
  mergeClaimSchema,
  readAnswersSchema,
  readContactSchema,
  rejectMatchSchema,
  releaseClaimSchema,
  reopenClaimSchema,
  resumeClaimSchema,
  reviseClaimSchema,
  separateReportSchema,
  snoozeClaimSchema,
  splitClaimSchema,
  triageClaimSchema,
  undoTriageSchema,
  waitForEvidenceSchema,
  wakeClaimSchema,
} from "#lib/claims/schema";
import { snoozeClaim, wakeClaim } from "#lib/claims/snooze-claim";
import { askReporter } from "#lib/claims/talk/ask-reporter";
import { readAnswers } from "#lib/claims/talk/read-answers";
import { readContact } from "#lib/claims/talk/read-contact";
import { triageClaim } from "#lib/claims/triage-claim";
import { undoTriage } from "#lib/claims/undo-triage";
import { resumeClaim, waitForEvidence } from "#lib/claims/wait-for-evidence";
import { abandonCorrection } from "#lib/editorial/abandon-correction";
import { abandonCorrectionSchema } from "#lib/editorial/schema";
import { addEvidence } from "#lib/investigation/add-evidence";
import { recordReply } from "#lib/investigation/record-reply";
import {
  addEvidenceSchema,
  recordReplySchema,
  submitFindingSchema,
  withdrawEvidenceSchema,
} from "#lib/investigation/schema";
import { submitFinding } from "#lib/investigation/submit-finding";
import { withdrawEvidence } from "#lib/investigation/withdraw-evidence";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { confirmRoute } from "#lib/routing/confirm-route";
import { handOverAssignment } from "#lib/routing/hand-over-assignment";
import { offerAssignment } from "#lib/routing/offer-assignment";
import { recallAssignment } from "#lib/routing/recall-assignment";
import { returnAssignment } from "#lib/routing/return-assignment";
import {
  acceptAssignmentSchema,
  confirmRouteSchema,
  handOverAssignmentSchema,
  offerAssignmentSchema,
  recallAssignmentSchema,
  returnAssignmentSchema,
  takeOverAssignmentSchema,
  undoRouteSchema,
} from "#lib/routing/schema";
import { takeOverAssignment } from "#lib/routing/take-over-assignment";
import { undoRoute } from "#lib/routing/undo-route";
import { deskAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";

export const triageAction = deskAction("claim.triage", triageClaimSchema, triageClaim);
export const undoTriageAction = deskAction("claim.triage", undoTriageSchema, undoTriage);
export const reviseAction = deskAction("claim.revise", reviseClaimSchema, reviseClaim);
export const closeAction = deskAction("claim.close", closeClaimSchema, closeClaim);
export const mergeAction = deskAction("claim.merge", mergeClaimSchema, mergeClaim);
export const releaseAction = deskAction("claim.release", releaseClaimSchema, releaseClaim);
export const reopenAction = deskAction("claim.reopen", reopenClaimSchema, reopenClaim);
export const rejectMatchAction = deskAction("match.decide", rejectMatchSchema, rejectMatch);
export const confirmReportAction = deskAction("match.decide", confirmReportSchema, confirmReport);
export const separateReportAction = deskAction("match.decide", separateReportSchema, separateReport);
export const splitAction = deskAction("match.decide", splitClaimSchema, splitClaim);
export const waitAction = deskAction("claim.wait", waitForEvidenceSchema, waitForEvidence);
export const resumeAction = deskAction("claim.wait", resumeClaimSchema, resumeClaim);
export const snoozeAction = deskAction("claim.snooze", snoozeClaimSchema, snoozeClaim);
export const wakeAction = deskAction("claim.snooze", wakeClaimSchema, wakeClaim);
export const readAnswersAction = deskAction("answers.read", readAnswersSchema, readAnswers);
export const askReporterAction = deskAction("report.question", askReporterSchema, askReporter);
export const readContactAction = deskAction("contact.read", readContactSchema, readContact);

export const confirmRouteAction = deskAction("route.confirm", confirmRouteSchema, confirmRoute);
export const undoRouteAction = deskAction("route.confirm", undoRouteSchema, undoRoute);
export const recallAction = deskAction("assignment.recall", recallAssignmentSchema, recallAssignment);
export const offerAction = deskAction("route.confirm", offerAssignmentSchema, offerAssignment);
export const acceptAction = deskAction("assignment.accept", acceptAssignmentSchema, acceptAssignment);
export const returnAction = deskAction("assignment.return", returnAssignmentSchema, async (actor, input) =>
  toOwnWork(await returnAssignment(actor, input)),
);
export const handOverAction = deskAction(
  "assignment.hand-over",
  handOverAssignmentSchema,
  async (actor, input) => toOwnWork(await handOverAssignment(actor, input)),
);
export const takeOverAction = deskAction(
  "assignment.take-over",
  takeOverAssignmentSchema,
  async (actor, input) => toOwnWork(await takeOverAssignment(actor, input)),
);

export const addEvidenceAction = deskAction("evidence.add", addEvidenceSchema, addEvidence);
export const withdrawEvidenceAction = deskAction(
  "evidence.withdraw",
  withdrawEvidenceSchema,
  withdrawEvidence,
);
export const recordReplyAction = deskAction("reply.record", recordReplySchema, recordReply);
export const abandonCorrectionAction = deskAction(
  "correction.abandon",
  abandonCorrectionSchema,
  abandonCorrection,
);
export const submitFindingAction = deskAction("finding.submit", submitFindingSchema, submitFinding);

/** Whoever gave the work away may no longer read the claim, and goes back to the work that is left. */
async function toOwnWork<Outcome extends { ok: boolean }>(outcome: Outcome): Promise<Outcome> {
  if (outcome.ok) redirect({ href: "/desk/assignments", locale: await getLocale() });
  return outcome;
}
