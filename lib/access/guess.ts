import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { keyedHash } from "#lib/platform/secrets";

/** A browser in which somebody has signed in before, as its cookie proves. */
export type KnownBrowser = { id: string; userId: string };

/** Whoever gives a password: the network that they come from, and the browser where it is known. */
export type Guest = { network: string; browser: KnownBrowser | null };

/** Something that counts wrong passwords and has an end of room: takes one more in before it is known to be wrong. */
export type GuessLimit = { take(): Promise<boolean>; giveBack(): Promise<unknown> };

/** For so long a wrong password counts. */
export const GUESS_MINUTES = 15;

/** At most so many wrong passwords in a quarter of an hour. */
function limit(most: number, ...counted: readonly string[]): GuessLimit {
  const key = Uint8Array.from(keyedHash("guess", counted.join("\n")));
  return {
    take: () => take(key, most),
    giveBack: () =>
      db.guessCount.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } }),
  };
}

/**
 * What limits a guest at an account. Strangers can close an account only to their own network, and to all strangers when
 * many networks work together; a browser in which its owner signed in before has a count of its own, which they cannot use up.
 */
export function limitsOf(
  email: string,
  userId: string | undefined,
  { network, browser }: Guest,
): GuessLimit[] {
  if (browser && browser.userId === userId) return [limit(10, "browser", browser.id)];
  return [
    limit(10, "account and network", email, network),
    limit(100, "network", network),
    limit(100, "account", email),
  ];
}

/** What limits somebody who is signed in and gives their password once more. */
export const limitsOfSession = (sessionId: string): GuessLimit[] => [limit(10, "session", sessionId)];

export type Guessed = "RIGHT" | "WRONG" | "TOO_MANY_ATTEMPTS";

/**
 * Lets a password be tried. Every try counts before anybody looks whether it is right, so that of many at once no more than
 * allowed are looked at; a right one gives its count back, and one that meets a full count leaves the others as they were.
 */
export async function guess(
  limits: readonly GuessLimit[],
  isRight: () => Promise<boolean>,
): Promise<Guessed> {
  const taken: GuessLimit[] = [];
  const giveBack = async () => {
    for (const each of taken) await each.giveBack();
  };
  for (const each of limits) {
    if (await each.take()) taken.push(each);
    else {
      await giveBack();
      return "TOO_MANY_ATTEMPTS";
    }
  }
  const right = await isRight().catch(async (error: unknown) => {
    await giveBack();
    throw error;
  });
  if (right) await giveBack();
  return right ? "RIGHT" : "WRONG";
}

/** Counts one more where there is room; the row's own lock puts those who come at once one behind the other. */
async function take(key: Uint8Array<ArrayBuffer>, most: number): Promise<boolean> {
  const [at, endsAt] = [now(), after(now(), minutes(GUESS_MINUTES))];
  const counted = await db.$executeRaw`
    INSERT INTO guess_counts AS counted (key, count, ends_at) VALUES (${key}, 1, ${endsAt})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN counted.ends_at > ${at} THEN counted.count + 1 ELSE 1 END,
      ends_at = CASE WHEN counted.ends_at > ${at} THEN counted.ends_at ELSE ${endsAt} END
    WHERE counted.ends_at <= ${at} OR counted.count < ${most}`;
  return counted === 1;
}
