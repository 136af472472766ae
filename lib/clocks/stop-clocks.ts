import type { Tx } from "#lib/platform/db";
import type { ClockKind, StopReason } from "./allowances.ts";
import { type ClockRow, changeClocks } from "./change-clocks.ts";
import { atRest, type Calendars, takenUp } from "./timing.ts";

type Stop = { claimId: string; kinds: readonly ClockKind[]; reason: StopReason; at: Date };

/** Stops clocks of a claim; what they have used is kept. */
export const stopClocks = (tx: Tx, { claimId, kinds, reason, at }: Stop): Promise<void> =>
  changeClocks(
    tx,
    claimId,
    { assignmentId: null, kind: { in: [...kinds] }, stoppedAt: null },
    (clock, calendars) => stopped(calendars, clock, reason, at),
  );

/** Stops clocks of a member's work. */
export const stopWork = (
  tx: Tx,
  { claimId, assignmentId, kinds, reason, at }: Stop & { assignmentId: string },
): Promise<void> =>
  changeClocks(tx, claimId, { assignmentId, kind: { in: [...kinds] }, stoppedAt: null }, (clock, calendars) =>
    stopped(calendars, clock, reason, at),
  );

/** The clock stopped for good, or until it is taken up again. */
export const stopped = (calendars: Calendars, clock: ClockRow, reason: StopReason, at: Date): ClockRow => ({
  ...atRest(calendars, clock, at),
  pauseReason: null,
  stoppedAt: at,
  stopReason: reason,
});

type Reopen = Omit<Stop, "reason"> & { stoppedFor: readonly StopReason[] };

/** Takes up clocks of a claim that stopped for one of the reasons, with the rest of their time. */
export const reopenClocks = (tx: Tx, { claimId, kinds, stoppedFor, at }: Reopen): Promise<void> =>
  changeClocks(
    tx,
    claimId,
    { assignmentId: null, kind: { in: [...kinds] }, stopReason: { in: [...stoppedFor] } },
    (clock, calendars) => ({ ...takenUp(calendars, clock, at), stoppedAt: null, stopReason: null }),
  );

/** Takes up the clocks of a member's work that was taken away, with the rest of their time; what its member had answered stays so. */
export const reopenWork = (
  tx: Tx,
  { claimId, assignmentId, at }: Pick<Stop, "claimId" | "at"> & { assignmentId: string },
): Promise<void> =>
  changeClocks(tx, claimId, { assignmentId, stopReason: "withdrawn" }, (clock, calendars) => ({
    ...takenUp(calendars, clock, at),
    stoppedAt: null,
    stopReason: null,
  }));
