import { forgetGuesses } from "#lib/access/forget-guesses";
import { forgetSessions, SESSION_DAYS } from "#lib/access/forget-sessions";
import { GUESS_MINUTES } from "#lib/access/guess";
import { ALERT_DAYS, forgetAlerts, READ_DAYS } from "#lib/alerts/forget-alerts";
import { anonymiseReports, REPORT_DAYS } from "#lib/claims/reports/anonymise-reports";
import { CONTACT_DAYS, deleteOldContacts, OPEN_CONTACT_DAYS } from "#lib/claims/talk/delete-old-contacts";
import { CONFIRM_HOURS as UNCONFIRMED_HOURS } from "#lib/distribution/digest";
import { dropUnconfirmed } from "#lib/distribution/drop-unconfirmed";
import { dropOriginals, ORIGINAL_DAYS } from "#lib/files/drop-originals";
import { dropUploads, UNSENT_HOURS } from "#lib/files/drop-uploads";
import { forgetSpentProofs, PROOF_MINUTES } from "#lib/intake/proof";
import { forgetLinks, LINK_DAYS } from "#lib/members/forget-links";
import { CONFIRM_HOURS, dropOldFollowers, FOLLOW_DAYS, RECORD_DAYS } from "#lib/telling/drop-old-followers";
import { forgetRefusals, REFUSED_DAYS } from "#lib/telling/refused-address";

/** A length of time as people say it. */
export type Length = { count: number; unit: "minutes" | "hours" | "days" };

const days = (count: number): Length => ({ count, unit: "days" });

/**
 * What is kept for a time only: for how long, and what ends it. The worker sweeps by this table, /privacy prints it; why each
 * is kept for so long stands in the messages under the same name.
 */
export const retention = {
  unsentFiles: { lengths: [{ count: UNSENT_HOURS, unit: "hours" }], sweep: dropUploads },
  contacts: { lengths: [days(CONTACT_DAYS), days(OPEN_CONTACT_DAYS)], sweep: deleteOldContacts },
  originals: { lengths: [days(ORIGINAL_DAYS)], sweep: dropOriginals },
  reports: { lengths: [days(REPORT_DAYS)], sweep: anonymiseReports },
  followers: {
    lengths: [{ count: CONFIRM_HOURS, unit: "hours" }, days(FOLLOW_DAYS), days(RECORD_DAYS)],
    sweep: dropOldFollowers,
  },
  unconfirmedAddresses: { lengths: [{ count: UNCONFIRMED_HOURS, unit: "hours" }], sweep: dropUnconfirmed },
  refusedAddresses: { lengths: [days(REFUSED_DAYS)], sweep: forgetRefusals },
  proofs: { lengths: [{ count: PROOF_MINUTES, unit: "minutes" }], sweep: forgetSpentProofs },
  sessions: { lengths: [days(SESSION_DAYS)], sweep: forgetSessions },
  guesses: { lengths: [{ count: GUESS_MINUTES, unit: "minutes" }], sweep: forgetGuesses },
  alerts: { lengths: [days(READ_DAYS), days(ALERT_DAYS)], sweep: forgetAlerts },
  links: { lengths: [days(LINK_DAYS)], sweep: forgetLinks },
} satisfies Record<string, { lengths: Length[]; sweep: () => Promise<void> }>;

/** By name, what the worker does once an hour for it. */
export const retentionSweeps: Readonly<Record<string, () => Promise<void>>> = Object.fromEntries(
  Object.values(retention).map(({ sweep }) => [sweep.name, sweep]),
);
