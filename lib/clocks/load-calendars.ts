import type { Tx } from "#lib/platform/db";
import { always, workingCalendar } from "./calendar.ts";
import type { Calendars } from "./timing.ts";

/** The calendars as data declares them today. */
export async function loadCalendars(tx: Tx): Promise<Calendars> {
  const declared = await tx.calendarDay.findMany({ select: { day: true, kind: true } });
  const days = declared.map(({ day, kind }) => ({ day: day.toISOString().slice(0, 10), kind }));
  return { always, working: workingCalendar(days) };
}
