import type { Tx } from "#lib/platform/db";
import { changeClocks, readClocks } from "./change-clocks.ts";
import { earlier } from "./timing.ts";

type Merge = { fromId: string; intoId: string; at: Date };

/** Two claims become one: what goes on for the second, and for the work on it, is due as early as it was for the first. */
export async function mergeClocks(tx: Tx, { fromId, intoId, at }: Merge): Promise<void> {
  const given = await readClocks(tx, { claimId: fromId, assignmentId: null, stoppedAt: null });
  await changeClocks(tx, intoId, { stoppedAt: null }, (clock, calendars) => {
    const other = given.find(({ kind }) => kind === clock.kind);
    return other ? earlier(calendars, clock, other, at) : clock;
  });
}
