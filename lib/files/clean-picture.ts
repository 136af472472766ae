import { readFile, rm } from "node:fs/promises";
import { elapsed, hours } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { counter } from "#lib/platform/counter";
import { AppError } from "#lib/platform/errors";
import { FairTurns } from "#lib/platform/fair-turns";
import { once } from "#lib/platform/once";
import { decodeApart } from "./decoder.ts";

/** A picture as it may be shown: upright, of a sensible size, encoded anew, with nothing in it but the picture. */
export type CleanPicture = { data: Buffer; width: number; height: number; phash: string };

/** Pictures decoded at once: each may need some hundred megabytes for a moment. Whoever sends many waits for themselves. */
const turns = once("decoding of pictures", () => new FairTurns(2));

/**
 * Makes the clean copy of the picture in a file, in the turn of whose it is.
 * @throws AppError VALIDATION `tooManyPixels` or `unreadable`, RATE_LIMITED where theirs took too long within the hour
 */
export async function cleanPicture(path: string, mediaType: string, whose: string): Promise<CleanPicture> {
  const target = `${path}.webp`;
  try {
    const decoded = await turns.run(whose, () => measured(whose, () => decodeApart(path, mediaType, target)));
    if (!decoded.ok) throw new AppError("VALIDATION", [{ path: "file", message: decoded.reason }]);
    const { width, height, phash } = decoded;
    return { data: await readFile(target), width, height, phash };
  } finally {
    await rm(target, { force: true });
  }
}

/** Does some work of somebody as long as they had less than their share of an hour; what it took counts, however it ended. */
async function measured<Result>(whose: string, work: () => Promise<Result>): Promise<Result> {
  const taken = counter("milliseconds of decoding", hours(1) / 1000);
  const { count, resetSeconds } = await taken.add(whose, 0);
  if (count >= config.DECODING_SECONDS_PER_NETWORK * 1000) {
    const told = [{ path: "file", message: "tooManyFiles" }];
    throw new AppError("RATE_LIMITED", told, { "Retry-After": String(resetSeconds) });
  }
  const started = elapsed();
  try {
    return await work();
  } finally {
    await taken.add(whose, Math.ceil(elapsed() - started));
  }
}
