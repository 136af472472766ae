import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** Nobody looks for a fault for longer; that something was delivered, and when, stays. */
const KEPT_DAYS = 90;

/** Forgets how single attempts to deliver went. */
export async function forgetAttempts(): Promise<void> {
  await db.$executeRaw`DELETE FROM delivery_attempts WHERE at < ${after(now(), -days(KEPT_DAYS))}`;
}
