import type { Tx } from "#lib/platform/db";
import type { PauseReason } from "./allowances.ts";
import { changeClocks } from "./change-clocks.ts";
import { atRest, running } from "./timing.ts";

type Pause = { claimId: string; reason: PauseReason; at: Date };

/** Pauses what runs for a claim and for the work on it, with a reason that is shown. */
export const pauseClocks = (tx: Tx, { claimId, reason, at }: Pause): Promise<void> =>
  changeClocks(tx, claimId, { runningSince: { not: null } }, (clock, calendars) => ({
    ...atRest(calendars, clock, at),
    pauseReason: reason,
  }));

/** Lets what was paused for a reason run again, with the rest of its time. */
export const resumeClocks = (tx: Tx, { claimId, reason, at }: Pause): Promise<void> =>
  changeClocks(tx, claimId, { pauseReason: reason }, (clock, calendars) => ({
    ...running(calendars, clock, at),
    pauseReason: null,
  }));
