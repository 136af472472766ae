import { v7, validate } from "uuid";
import { now } from "./clock.ts";
import { once } from "./once.ts";

const last = once("last id", () => ({ msecs: 0, seq: 0 }));

/** A new id: uuid v7, so that ids of one table sort by their time of creation. */
export function newId(): string {
  const msecs = now().getTime();
  // Those of one millisecond count up from a random number.
  last.seq = msecs === last.msecs ? last.seq + 1 : Math.floor(Math.random() * 2 ** 31);
  last.msecs = msecs;
  return v7(last);
}

/** The first id that can be made at a moment: where the ids of that time begin. */
export const firstIdAt = (moment: Date): string =>
  v7({ msecs: moment.getTime(), seq: 0, random: new Uint8Array(16) });

/** Whether a text from outside can be an id at all. */
export const isId = (text: string): boolean => validate(text);
