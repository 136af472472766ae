import { elapsed, minutes } from "./clock.ts";
import { once } from "./once.ts";

/** What is remembered under a name; without it the next to ask reads again. */
export type Remembered<Found> = { kept?: { until: number; found: Promise<Found> } };

/**
 * Reads something that seldom changes once in a while instead of with every request, for all of this process. A failed
 * read is not remembered, and nothing is remembered of an empty list: its rows may be about to be loaded.
 */
export function remember<Found>(
  name: string,
  read: () => Promise<Found>,
  length = minutes(10),
): () => Promise<Found> {
  const state = once<Remembered<Found>>(name, () => ({}));
  return () => {
    if (state.kept && state.kept.until > elapsed()) return state.kept.found;
    const mine = { until: elapsed() + length, found: read() };
    state.kept = mine;
    const forget = () => {
      if (state.kept === mine) delete state.kept;
    };
    mine.found.then((found) => Array.isArray(found) && found.length === 0 && forget(), forget);
    return mine.found;
  };
}
