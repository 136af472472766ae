import { setTimeout as pause } from "node:timers/promises";
import { type Reaction, type Reactions, runWorker } from "#lib/audit/run-worker";
import { deleteOldContacts } from "#lib/claims/delete-old-contacts";
import { placeForgottenReports, placeReport, placeReportOf } from "#lib/claims/place-report";
import { raiseOnSpike } from "#lib/claims/raise-on-spike";
import { deliverPublication } from "#lib/distribution/deliver-publication";
import { log } from "#lib/platform/log";
import { revalidatePages } from "#lib/publishing/revalidate-pages";

const receiveReport: Reaction = ({ subjectId }) => placeReport(subjectId);
const receiveWithPicture: Reaction = ({ subjectId }) => placeReportOf(subjectId);
const watchForSpike: Reaction = async ({ claimId }) => {
  if (claimId) await raiseOnSpike(claimId);
};
const pushToMembers: Reaction = ({ subjectId }) => deliverPublication(subjectId);
const refreshPages: Reaction = () => revalidatePages(["debunks"]);

/** After this event, do these things: the whole workflow on one screen. */
export const reactions = {
  "report.submitted": { receiveReport },
  "report.joined": { watchForSpike },
  "report.questioned": {},
  "upload.received": {},
  "upload.read": { receiveWithPicture },
  "claim.closed": {},
  "claim.merged": { watchForSpike },
  "debunk.published": { refreshPages, pushToMembers },
  "debunk.corrected": { refreshPages, pushToMembers },
  "debunk.retracted": { refreshPages, pushToMembers },
} satisfies Reactions;

/** What must happen although no event asks for it, once an hour. */
export const sweeps = { placeForgottenReports, deleteOldContacts };

/** Starts the worker in this process; the returned function ends it after the work in hand. */
export const startWorker = (): Promise<() => Promise<void>> => runWorker(reactions, sweeps);

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
