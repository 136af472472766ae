import { db } from "#lib/platform/db";
import { readClocks } from "./change-clocks.ts";
import { loadCalendars } from "./load-calendars.ts";
import { redated } from "./timing.ts";

const PAGE = 1000;

const isSame = (one: Date | null, other: Date | null): boolean => one?.getTime() === other?.getTime();

/** Gives each clock that runs the times of the calendar as it is declared now: days may be declared while it runs. */
export async function followCalendar(): Promise<void> {
  const calendars = await loadCalendars(db);
  const running = { calendar: "working", NOT: { runningSince: null } } as const;
  let page = await readClocks(db, running, PAGE);
  while (page.length > 0) {
    for (const clock of page) {
      const { dueAt, escalatesAt } = redated(calendars, clock);
      if (isSame(dueAt, clock.dueAt) && isSame(escalatesAt, clock.escalatesAt)) continue;
      const { id, claimId, budgetMs, usedMs, runningSince, level } = clock;
      await db.$transaction(async (tx) => {
        // As everybody who changes clocks holds the claim first, so that no two wait for each other.
        await tx.$queryRaw`SELECT id FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
        // A clock that somebody changed in between was dated by the same calendar.
        await tx.clock.updateMany({
          where: { id, budgetMs, usedMs, runningSince, level },
          data: { dueAt, escalatesAt },
        });
      });
    }
    page = await readClocks(db, { ...running, id: { gt: page.at(-1)?.id ?? "" } }, PAGE);
  }
}
