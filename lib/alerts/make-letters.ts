import { dayOf, hours, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { isMailOn } from "#lib/platform/mail";
import { wakeAlertPost } from "./queue.ts";
import { defaultSettings } from "./vocabulary.ts";

/**
 * Lays a letter ready for everybody whose hour has come, and who has not read something of before it that no letter has told: one
 * an hour or day, however often this runs.
 */
export async function makeAlertLetters(): Promise<void> {
  if (!isMailOn()) return;
  const moment = now();
  const hour = new Date(Math.floor(moment.getTime() / hours(1)) * hours(1));
  const midnight = startOfDay(dayOf(moment));
  const { digest, hour: usual } = defaultSettings;
  const due = await db.$queryRaw<{ userId: string; slotAt: Date }[]>`
    WITH waiting AS (
      SELECT user_id, min(at) AS since FROM alerts WHERE read_at IS NULL AND mailed_at IS NULL GROUP BY user_id),
    today AS (
      SELECT waiting.*, coalesce(digest, ${digest}) AS digest,
        ${midnight}::timestamptz + coalesce(hour, ${usual}::int) * interval '1 hour' AS slot
      FROM waiting LEFT JOIN alert_settings USING (user_id)),
    slots AS (
      SELECT user_id, since, CASE digest WHEN 'hourly' THEN ${hour}::timestamptz
        WHEN 'daily' THEN CASE WHEN slot <= ${moment} THEN slot ELSE slot - interval '1 day' END END AS slot
      FROM today)
    SELECT user_id::text AS "userId", slot AS "slotAt" FROM slots
    WHERE since < slot AND NOT EXISTS (
      SELECT FROM alert_letters letter WHERE letter.user_id = slots.user_id AND letter.slot_at = slot)`;
  if (due.length === 0) return;
  const made = due.map((one) => ({ ...one, id: newId(), createdAt: moment, dueAt: moment }));
  await db.alertLetter.createMany({ data: made, skipDuplicates: true });
  await wakeAlertPost();
}
