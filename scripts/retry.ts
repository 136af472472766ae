import { setTimeout as pause } from "node:timers/promises";

/** How long to wait before each further attempt, in milliseconds; the last goes on. */
const WAITS = [200, 500, 1_000, 2_000, 5_000];
/** What ran so long had recovered: the next failure begins anew. */
const RECOVERED = 10_000;

/** Waits longer before each attempt that follows closely on another. */
export function backOff(waits: readonly number[] = WAITS) {
  let attempts = 0;
  let last = 0;
  return async (): Promise<void> => {
    attempts = performance.now() - last > RECOVERED ? 0 : attempts + 1;
    await pause(waits[Math.min(attempts, waits.length - 1)] ?? 0);
    last = performance.now();
  };
}
