import { setTimeout as pause } from "node:timers/promises";
import { makeAlertLetters } from "#lib/alerts/make-letters";
import { ALERT_LETTER_QUEUE, ALERT_PUSH_QUEUE } from "#lib/alerts/queue";
import { sendAlertLetters } from "#lib/alerts/send-letters";
import { sendAlertPushes } from "#lib/alerts/send-pushes";
import { tellInside } from "#lib/alerts/tell-inside";
import type { Reaction, Reactions } from "#lib/audit/run-reactions";
import { runWorker } from "#lib/audit/run-worker";
import { sweepEvents } from "#lib/audit/sweep-events";
import { countAsked } from "#lib/claims/count-asked";
import { guessFacts } from "#lib/claims/guess-facts";
import { noteAskedAgain } from "#lib/claims/note-asked-again";
import { GUESS_QUEUE } from "#lib/claims/queue";
import { raiseOnSpike } from "#lib/claims/raise-on-spike";
import { checkCounts } from "#lib/claims/reports/count-reports";
import { placeForgottenReports, placeReport, placeReportOf } from "#lib/claims/reports/place-report";
import { followCalendar } from "#lib/clocks/follow-calendar";
import { watchCalendar } from "#lib/clocks/watch-calendar";
import { remindSilent } from "#lib/distribution/coverage/remind-silent";
import { sendReminders } from "#lib/distribution/coverage/send-reminders";
import { deliverPublication } from "#lib/distribution/deliver-publication";
import { forgetAttempts } from "#lib/distribution/forget-attempts";
import { lookAtPages } from "#lib/distribution/look-at-pages";
import { lookForNewer } from "#lib/distribution/look-for-newer";
import { makeForgottenLabels, makeLabels } from "#lib/distribution/make-labels";
import {
  DELIVERY_QUEUE,
  DIGEST_QUEUE,
  LOOK_QUEUE,
  REMINDER_QUEUE,
  wakeLookers,
  wakeSender,
} from "#lib/distribution/queue";
import { sendDeliveries } from "#lib/distribution/send-deliveries";
import { sendDigests } from "#lib/distribution/send-digests";
import { stopReading } from "#lib/files/reading/ocr";
import { readPicture } from "#lib/files/reading/read-picture";
import { log } from "#lib/platform/log";
import { endForgottenWork } from "#lib/publishing/end-forgotten-work";
import { retentionSweeps } from "#lib/retention";
import { escalate } from "#lib/routing/escalate";
import { freeWork } from "#lib/routing/free-work";
import { checkRules } from "#lib/routing/rules/check-rules";
import { followConsent } from "#lib/routing/rules/follow-consent";
import { NOTIFICATION_QUEUE } from "#lib/telling/queue";
import { sendNotifications } from "#lib/telling/send-notifications";
import { tellLatecomer, tellMerged, tellOfClaim, tellOfQuestion } from "#lib/telling/tell-people";
import { refreshAdopted } from "#lib/web/pages/refresh-adopted";
import { refreshLabels, refreshNotice } from "#lib/web/pages/refresh-notice";

const receiveReport: Reaction = ({ subjectId }) => placeReport(subjectId);
const receiveWithPicture: Reaction = ({ subjectId }) => placeReportOf(subjectId);
const readWords: Reaction = ({ subjectId }) => readPicture(subjectId);
const watchForSpike: Reaction = async ({ claimId }) => {
  if (!claimId) return;
  await raiseOnSpike(claimId);
  await noteAskedAgain(claimId);
};
const pushToMembers: Reaction = async ({ subjectId }) => {
  await deliverPublication(subjectId);
  await wakeSender();
};
const suggestLabel: Reaction = async ({ subjectId }) => {
  await makeLabels(subjectId);
  await refreshLabels();
};
const lookAgain: Reaction = async ({ subjectId }) => {
  await lookForNewer(subjectId);
  await wakeLookers();
};
const refreshPages: Reaction = ({ subjectId }) => refreshNotice(subjectId);

const refreshCount: Reaction = ({ subjectId }) => refreshAdopted(subjectId);

/** After this event, do these things: the whole workflow on one screen. */
export const reactions = {
  "report.submitted": { receiveReport },
  "report.joined": { watchForSpike, tellLatecomer },
  "report.questioned": { tellOfQuestion, tellInside },
  "report.replied": { tellInside },
  "upload.received": { readWords },
  "upload.read": { receiveWithPicture },
  "claim.received": { tellInside },
  "claim.triaged": { tellInside },
  "claim.triage-undone": { tellInside },
  "claim.revised": { tellInside },
  "claim.closed": { tellOfClaim },
  "claim.merged": { watchForSpike, tellMerged },
  "claim.reopened": { tellInside },
  "claim.raised": { tellInside },
  "claim.asked-again": { tellInside },
  "claim.released": { tellInside },
  "claim.woken": { tellInside },
  "match.reconsidered": { tellInside },
  "route.undone": { tellInside },
  "rules.proposed": { tellInside },
  "rules.returned": { tellInside },
  "rules.waiting": { tellInside },
  "rules.activated": { tellInside },
  "assignment.offered": { tellInside },
  "assignment.returned": { tellInside },
  "assignment.handed-over": { tellInside },
  "assignment.withdrawn": { tellInside },
  "assignment.assigned": { tellInside },
  "assignment.restored": { tellInside },
  "clock.escalated": { tellInside },
  "evidence.withdrawn": { tellInside },
  "finding.submitted": { tellInside },
  "draft.submitted": { tellInside },
  "review.approved": { tellInside },
  "review.returned": { tellInside },
  "correction.opened": { tellInside },
  "correction.abandoned": { tellInside },
  "debunk.published": { refreshPages, pushToMembers, suggestLabel, tellOfClaim, tellInside },
  "debunk.corrected": { refreshPages, pushToMembers, suggestLabel, tellOfClaim, lookAgain, tellInside },
  "debunk.retracted": { refreshPages, pushToMembers, suggestLabel, tellOfClaim, lookAgain, tellInside },
  "adoption.recorded": { refreshPages: refreshCount },
  "adoption.lost": { refreshPages: refreshCount, tellInside },
  "adoption.withdrawn": { refreshPages: refreshCount },
  "endpoint.gone": { tellInside },
  "endpoint.stopped": { tellInside },
  "reaction.given-up": { tellInside },
  "api-key.created": { tellInside },
  "api-key.rotated": { tellInside },
  "api-key.revoked": { tellInside },
  "person.joined": { tellInside },
  "person.removed": { tellInside, freeWork },
  "person.roles-changed": { tellInside, freeWork },
  "leave.taken": { freeWork },
  "password-link.made": { tellInside },
} satisfies Reactions;

async function suggestForgottenLabels(): Promise<void> {
  await makeForgottenLabels();
  await refreshLabels();
}

/** What must happen although no event asks for it, once an hour. */
export const sweeps = {
  // What somebody waits for comes before what is tidied up.
  placeForgottenReports,
  ...retentionSweeps,
  checkCounts,
  endForgottenWork,
  forgetAttempts,
  suggestForgottenLabels,
  remindSilent,
  watchCalendar,
  followCalendar,
  checkRules,
  sweepEvents: () => sweepEvents(reactions),
};

/** What goes by the minute. */
const everyMinute = { escalate, countAsked, makeAlertLetters, followConsent, freeWork };

/** Work that waits in tables of its own, by the queue that wakes it. */
const chores = {
  [GUESS_QUEUE]: guessFacts,
  [NOTIFICATION_QUEUE]: sendNotifications,
  [DELIVERY_QUEUE]: sendDeliveries,
  [DIGEST_QUEUE]: sendDigests,
  [LOOK_QUEUE]: lookAtPages,
  [REMINDER_QUEUE]: sendReminders,
  [ALERT_PUSH_QUEUE]: sendAlertPushes,
  [ALERT_LETTER_QUEUE]: sendAlertLetters,
};

/** All that happens by the clock, by name, for whoever wants it to happen now (scripts/run-chore.ts). */
export const byClock: Readonly<Record<string, () => Promise<void>>> = {
  ...sweeps,
  ...everyMinute,
  guessFacts,
  sendNotifications,
  sendDeliveries,
  sendDigests,
  lookAtPages,
  sendReminders,
  sendAlertPushes,
  sendAlertLetters,
};

/** Starts the worker in this process; the returned function ends it after the work in hand. */
export async function startWorker(): Promise<() => Promise<void>> {
  const stop = await runWorker(reactions, sweeps, chores, everyMinute);
  return () => stop().finally(stopReading);
}

const RETRY = 2_000;

/** Starts the worker as soon as the database lets it; nothing is lost until then. */
export async function keepWorker(): Promise<() => Promise<void>> {
  for (;;) {
    try {
      return await startWorker();
    } catch (error) {
      log.error({ err: error }, "the worker could not start; it will be tried again");
      await pause(RETRY);
    }
  }
}
