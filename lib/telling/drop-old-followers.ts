import { CONTACT_DAYS } from "#lib/claims/talk/delete-old-contacts";
import { after, days, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** How long somebody may take to confirm. */
export const CONFIRM_HOURS = 48;
/** How long somebody follows. */
export const FOLLOW_DAYS = 365;
/** Longer than anything is told twice for; the record of letters then goes too. */
export const RECORD_DAYS = 90;

/** Forgets followers who did not confirm, whose claim ended without a notice a while ago, or who followed a year ago. */
export async function dropOldFollowers(): Promise<void> {
  const moment = now();
  await db.follower.deleteMany({
    where: {
      OR: [
        { confirmedAt: null, createdAt: { lt: after(moment, -hours(CONFIRM_HOURS)) } },
        { createdAt: { lt: after(moment, -days(FOLLOW_DAYS)) } },
        {
          claim: {
            mergedIntoId: null,
            answeredById: null,
            debunk: null,
            closedAt: { lt: after(moment, -days(CONTACT_DAYS)) },
          },
        },
      ],
    },
  });
  await db.notification.deleteMany({ where: { createdAt: { lt: after(moment, -days(RECORD_DAYS)) } } });
}
