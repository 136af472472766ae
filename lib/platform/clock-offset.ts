import { readFileSync, watchFile } from "node:fs";
import { clock } from "./clock.ts";
import { config } from "./config.ts";
import { log } from "./log.ts";

const LOOK_AGAIN = 100;

/**
 * Moves the clock of this process by the milliseconds that the file of CLOCK_OFFSET_FILE says, and again as soon as it
 * says something else; an empty file or none means not at all. For journeys through weeks, never for real people.
 */
export function followClockOffset(): void {
  const file = config.CLOCK_OFFSET_FILE;
  if (!file) return;
  moveClock(file);
  watchFile(file, { interval: LOOK_AGAIN, persistent: false }, () => moveClock(file));
}

function moveClock(file: string): void {
  const offset = Number(read(file));
  if (Number.isSafeInteger(offset)) clock.offset = offset;
  else log.error("CLOCK_OFFSET_FILE should hold a whole number of milliseconds; the clock stays as it is");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
