import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** How long an ended session stays on record, for whoever looks into a misuse. */
export const SESSION_DAYS = 30;

/** Forgets sessions that ended thirty days ago. */
export async function forgetSessions(): Promise<void> {
  const limit = after(now(), -days(SESSION_DAYS));
  await db.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: limit } }, { revokedAt: { lt: limit } }] },
  });
}
