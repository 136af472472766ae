import type { ClockKind } from "./allowances.ts";
import {
  addWorkingTime,
  type Calendar,
  type CalendarName,
  subtractWorkingTime,
  workingTimeBetween,
} from "./calendar.ts";
import { type Step, stepsAfter } from "./ladders.ts";

/**
 * What a clock may take and has used, in milliseconds of its calendar; while it runs, since when, when it is due, and when the
 * next level is told that nobody has answered, above those that were told already. Whoever changes a clock writes down what it has used till then, so that nothing is ever counted from the beginning again.
 */
export type Timing = {
  kind: ClockKind;
  calendar: CalendarName;
  budgetMs: number;
  usedMs: number;
  runningSince: Date | null;
  dueAt: Date | null;
  level: number;
  escalatesAt: Date | null;
};

export type Calendars = Record<CalendarName, Calendar>;

/** What a class of urgency allows. */
type Budget = Pick<Timing, "calendar" | "budgetMs">;

const isRunning = ({ runningSince }: Timing): boolean => runningSince !== null;

/** The clock at rest: what it has used till now is written down, and nothing is due. */
export function atRest<Clock extends Timing>(calendars: Calendars, clock: Clock, now: Date): Clock {
  const { calendar, usedMs, runningSince } = clock;
  const since = runningSince ? workingTimeBetween(calendars[calendar], runningSince, now) : 0;
  return { ...clock, usedMs: usedMs + since, runningSince: null, dueAt: null, escalatesAt: null };
}

/** The clock running from now on, due when the rest of its budget is used; at once when nothing is left. */
export function running<Clock extends Timing>(calendars: Calendars, clock: Clock, now: Date): Clock {
  const rested = atRest(calendars, clock, now);
  return withNext(calendars, { ...rested, runningSince: now, dueAt: dueFrom(calendars, rested, now) });
}

/** The clock after a level and those below it were told. */
export const toldAt = <Clock extends Timing>(calendars: Calendars, clock: Clock, level: number): Clock =>
  withNext(calendars, { ...clock, level });

/** When each level that is still to be told is told if the clock runs on; at once where that much is used already. */
export function stepsAhead(calendars: Calendars, clock: Timing): (Step & { at: Date })[] {
  const { kind, level, calendar, budgetMs, usedMs, runningSince } = clock;
  if (!runningSince) return [];
  return stepsAfter(kind, level).map((step) => ({
    ...step,
    at: addWorkingTime(calendars[calendar], runningSince, Math.ceil(budgetMs * step.share) - usedMs).at,
  }));
}

const withNext = <Clock extends Timing>(calendars: Calendars, clock: Clock): Clock => ({
  ...clock,
  escalatesAt: stepsAhead(calendars, clock)[0]?.at ?? null,
});

/** The clock running again as if it had never stopped: what was late by then is as late as it was. */
export function takenUp<Clock extends Timing>(calendars: Calendars, clock: Clock, now: Date): Clock {
  const going = running(calendars, clock, now);
  const late = going.usedMs - going.budgetMs;
  return late > 0 ? { ...going, dueAt: subtractWorkingTime(calendars[going.calendar], now, late) } : going;
}

function dueFrom(calendars: Calendars, { calendar, budgetMs, usedMs }: Timing, since: Date): Date {
  return addWorkingTime(calendars[calendar], since, budgetMs - usedMs).at;
}

/** The clock as its calendar is declared today, which may have been otherwise when it began to run. */
export function redated<Clock extends Timing>(calendars: Calendars, clock: Clock): Clock {
  const { runningSince, budgetMs, usedMs } = clock;
  // What had nothing left when it began to run is due since a time that no calendar moves.
  return runningSince && usedMs < budgetMs
    ? withNext(calendars, { ...clock, dueAt: dueFrom(calendars, clock, runningSince) })
    : clock;
}

/** Another class of urgency: a new budget, the same use. */
export function withBudget<Clock extends Timing>(
  calendars: Calendars,
  clock: Clock,
  budget: Budget,
  now: Date,
): Clock {
  const changed = { ...atRest(calendars, clock, now), ...budget };
  return isRunning(clock) ? running(calendars, changed, now) : changed;
}

/** Two clocks become one: the first goes on as before, with the timing of whichever would be due earlier. */
export function earlier<Clock extends Timing>(
  calendars: Calendars,
  clock: Clock,
  other: Timing,
  now: Date,
): Clock {
  const due = (one: Timing) => one.dueAt ?? running(calendars, one, now).dueAt ?? now;
  if (due(clock) <= due(other)) return clock;
  const { calendar, budgetMs, usedMs, runningSince, dueAt } = isRunning(other)
    ? other
    : running(calendars, other, now);
  // Whom it was told to was told of the other claim.
  const taken = withNext(calendars, { ...clock, calendar, budgetMs, usedMs, runningSince, dueAt });
  return isRunning(clock) ? taken : atRest(calendars, taken, now);
}
