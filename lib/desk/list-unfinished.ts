import type { Actor } from "#lib/access/actor";
import { countGivenUp, listGivenUp } from "#lib/audit/queries";
import { countGivenUpLetters, listGivenUpLetters } from "#lib/telling/queries";

/** What the system was to do, or to tell people outside, and has given up. */
export async function listUnfinished(actor: Actor) {
  const [reactions, letters, letterCount] = await Promise.all([
    listGivenUp(actor),
    listGivenUpLetters(actor),
    countGivenUpLetters(),
  ]);
  return { reactions, letters: { rows: letters, count: letterCount } };
}

export type Unfinished = Awaited<ReturnType<typeof listUnfinished>>;

/** How much of it there is. */
export const countUnfinished = async (): Promise<number> => {
  const [reactions, letters] = await Promise.all([countGivenUp(), countGivenUpLetters()]);
  return reactions + letters;
};
