import { findMatches, type Match } from "./find-matches.ts";

/** More reports at once than this are a rush: filing comes first, and the answer is found by receipt. */
const RUSH = 4;
let asking = 0;

/**
 * The notices about a report that is being filed; none while matching is down, and none in a rush for those who sent it
 * without a key: the same key gets the same answer.
 */
export async function findNotices(
  { text, urls }: { text?: string | undefined; urls?: readonly string[] | undefined },
  { isHurried }: { isHurried: boolean },
): Promise<Match[]> {
  if (isHurried && asking >= RUSH) return [];
  asking += 1;
  try {
    const matches = await findMatches({ text, urls });
    return matches.filter(({ kind }) => kind === "debunk");
  } catch {
    return [];
  } finally {
    asking -= 1;
  }
}
