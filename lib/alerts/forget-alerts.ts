import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** For so long what was read can be looked up. */
export const READ_DAYS = 30;
/** What nobody reads for so long concerns nobody any more. */
export const ALERT_DAYS = 90;

/** Forgets alerts that were read a while ago, all that are old, and that letters about them were sent. */
export async function forgetAlerts(): Promise<void> {
  const [read, old] = [after(now(), -days(READ_DAYS)), after(now(), -days(ALERT_DAYS))];
  await db.alert.deleteMany({ where: { OR: [{ readAt: { lt: read } }, { at: { lt: old } }] } });
  await db.alertLetter.deleteMany({ where: { createdAt: { lt: old } } });
}
