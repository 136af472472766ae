import { after, dayOf, hours, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { isMailOn } from "#lib/platform/mail";
import { makeReminders } from "./make-reminders.ts";
import { recalledAdoptions, silentDeliveries } from "./silent-rows.ts";

/** What was published since is not silence yet. */
const GRACE = hours(24);
/** When people are at work, in hours of the day in Sichuan. */
const OFFICE = { from: 9, to: 18 } as const;

/**
 * Has everybody reminded who has been silent about something for a day, or who shows what was retracted or called back: once a
 * day, and when people are at work.
 */
export async function remindSilent(): Promise<void> {
  const moment = now();
  const hour = (moment.getTime() - startOfDay(dayOf(moment)).getTime()) / hours(1);
  if (!isMailOn() || hour < OFFICE.from || hour >= OFFICE.to) return;
  const rows = await db.$queryRaw<{ memberId: string }[]>`
    SELECT member_id AS "memberId" FROM (${silentDeliveries()}) waiting WHERE laid_at <= ${after(moment, -GRACE)}
    UNION SELECT member_id FROM (${recalledAdoptions()}) recalled ORDER BY 1`;
  await makeReminders(
    rows.map(({ memberId }) => memberId),
    null,
  );
}
