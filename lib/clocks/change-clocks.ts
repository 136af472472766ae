import type { Prisma, Tx } from "#lib/platform/db";
import { loadCalendars } from "./load-calendars.ts";
import type { Calendars } from "./timing.ts";

/** Clocks as they stand, the oldest first; a page of them when they may be many. */
export async function readClocks(tx: Tx, where: Prisma.ClockWhereInput, take?: number) {
  const rows = await tx.clock.findMany({ where, orderBy: { id: "asc" }, ...(take && { take }) });
  return rows.map((row) => ({ ...row, budgetMs: Number(row.budgetMs), usedMs: Number(row.usedMs) }));
}

export type ClockRow = Awaited<ReturnType<typeof readClocks>>[number];

/**
 * Writes clocks of a claim as a rule leaves them; what the rule returns as it was is not written. Whoever changes clocks
 * holds their claim, so that two changes at once follow one another.
 */
export async function changeClocks(
  tx: Tx,
  claimId: string,
  where: Prisma.ClockWhereInput,
  rule: (clock: ClockRow, calendars: Calendars) => ClockRow,
): Promise<void> {
  const clocks = await readClocks(tx, { ...where, claimId });
  if (clocks.length === 0) return;
  const calendars = await loadCalendars(tx);
  for (const clock of clocks) {
    const changed = rule(clock, calendars);
    if (changed !== clock) await tx.clock.update({ where: { id: clock.id }, data: changed });
  }
}
