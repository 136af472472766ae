import { addWorkingTime, type Calendar, type CalendarName, workingTimeBetween } from "./calendar.ts";

/**
 * What a clock may take and has used, in milliseconds of its calendar; while it runs, since when, and when it is due.
 * Whoever changes a clock writes down what it has used till then, so that nothing is ever counted from the beginning again.
 */
export type Timing = {
  calendar: CalendarName;
  budgetMs: number;
  usedMs: number;
  runningSince: Date | null;
  dueAt: Date | null;
};

export type Calendars = Record<CalendarName, Calendar>;

/** What a class of urgency allows. */
type Budget = Pick<Timing, "calendar" | "budgetMs">;

const isRunning = ({ runningSince }: Timing): boolean => runningSince !== null;

/** The clock at rest: what it has used till now is written down, and nothing is due. */
export function atRest(calendars: Calendars, timing: Timing, now: Date): Timing {
  const { calendar, usedMs, runningSince } = timing;
  const since = runningSince ? workingTimeBetween(calendars[calendar], runningSince, now) : 0;
  return { ...timing, usedMs: usedMs + since, runningSince: null, dueAt: null };
}

/** The clock running from now on, due when the rest of its budget is used; at once when nothing is left. */
export function running(calendars: Calendars, timing: Timing, now: Date): Timing {
  const { usedMs, ...rest } = atRest(calendars, timing, now);
  const { at } = addWorkingTime(calendars[rest.calendar], now, rest.budgetMs - usedMs);
  return { ...rest, usedMs, runningSince: now, dueAt: at };
}

/** Another class of urgency: a new budget, the same use. */
export function withBudget(calendars: Calendars, timing: Timing, budget: Budget, now: Date): Timing {
  const changed = { ...atRest(calendars, timing, now), ...budget };
  return isRunning(timing) ? running(calendars, changed, now) : changed;
}

/** Two clocks become one: the first goes on as before, with the timing of whichever would be due earlier. */
export function earlier(calendars: Calendars, timing: Timing, other: Timing, now: Date): Timing {
  const due = (one: Timing) => one.dueAt ?? running(calendars, one, now).dueAt ?? now;
  if (due(timing) <= due(other)) return timing;
  if (isRunning(timing)) return isRunning(other) ? other : running(calendars, other, now);
  return atRest(calendars, other, now);
}
