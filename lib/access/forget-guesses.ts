import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** Forgets wrong passwords whose quarter of an hour is over. */
export async function forgetGuesses(): Promise<void> {
  await db.guessCount.deleteMany({ where: { endsAt: { lte: now() } } });
}
