import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, days, hours, after as later, minutes } from "#lib/platform/clock";
import { urgencies } from "#lib/reference/urgency";
import { allowances, clockKinds } from "./allowances.ts";
import { always, workingCalendar, workingTimeBetween } from "./calendar.ts";
import { ladders } from "./ladders.ts";
import {
  atRest,
  earlier,
  redated,
  running,
  stepsAhead,
  type Timing,
  takenUp,
  toldAt,
  withBudget,
} from "./timing.ts";

const calendars = { always, working: workingCalendar() };
const monday = new Date("2026-11-30T09:00:00+08:00");
const fresh = {
  kind: "acknowledge",
  calendar: "working",
  budgetMs: hours(48),
  usedMs: 0,
  runningSince: null,
  dueAt: null,
  level: 0,
  escalatesAt: null,
} as const;

const budgets = urgencies.map((urgency) => {
  const { calendar, budgets } = allowances[urgency];
  return { calendar, budgetMs: budgets.verdict ?? 0 };
});

type Step = { kind: "rest" | "run" | "budget" | "tell"; length: number; budget: (typeof budgets)[number] };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("rest", "run", "budget", "tell"),
    length: fc.integer({ min: 0, max: 3 * 24 * 60 }).map(minutes),
    budget: fc.constantFrom(...budgets),
  }),
  { maxLength: 12 },
);

/** Takes the steps one after the other, and counts apart what the clock used while it ran. */
function take(list: readonly Step[]): { timing: Timing; used: number; now: Date } {
  let timing: Timing = running(calendars, fresh, monday);
  let now = monday;
  let used = 0;
  for (const { kind, length, budget } of list) {
    const next = later(now, length);
    if (timing.runningSince) used += workingTimeBetween(calendars[timing.calendar], now, next);
    now = next;
    if (kind === "rest") timing = atRest(calendars, timing, now);
    else if (kind === "run") timing = running(calendars, timing, now);
    else if (kind === "tell") timing = toldAt(calendars, timing, Math.min(timing.level + 1, 3));
    else timing = withBudget(calendars, timing, budget, now);
  }
  return { timing, used, now };
}

/** When so many milliseconds of a calendar have passed, minute by minute. */
function countMinutes(calendar: Timing["calendar"], since: Date, milliseconds: number): Date {
  let moment = since;
  for (let left = milliseconds; left > 0; moment = later(moment, minutes(1)))
    if (calendars[calendar].counts(dayOf(moment))) left -= minutes(1);
  return moment;
}

describe("a clock", () => {
  it("keeps what it has used, whatever happened to it", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { timing, used, now } = take(list);
        expect(atRest(calendars, timing, now).usedMs).toBe(used);
      }),
    );
  });

  it("is due exactly while it runs, when the rest of its budget is used", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { timing } = take(list);
        const { runningSince, dueAt, budgetMs, usedMs, calendar } = timing;
        expect(dueAt === null).toBe(runningSince === null);
        if (!runningSince || !dueAt) return;
        const left = workingTimeBetween(calendars[calendar], runningSince, dueAt);
        expect(left).toBe(Math.max(0, budgetMs - usedMs));
      }),
    );
  });

  it("tells the next level exactly while it runs and one is left, when that part of its budget is used", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { timing } = take(list);
        const { runningSince, escalatesAt, budgetMs, usedMs, calendar, level } = timing;
        expect(escalatesAt === null).toBe(runningSince === null || level === 3);
        if (!runningSince || !escalatesAt) return;
        const share = [1 / 4, 1 / 2, 1][level] ?? 0;
        const left = Math.max(0, budgetMs * share - usedMs);
        expect(escalatesAt).toEqual(countMinutes(calendar, runningSince, left));
      }),
    );
  });

  it("tells the levels one after the other, the last when it is due", () => {
    for (const kind of clockKinds) {
      const clock = running(calendars, { ...fresh, kind }, monday);
      const ahead = stepsAhead(calendars, clock);
      expect(ahead.map(({ level }) => level)).toEqual(ladders[kind].map(({ level }) => level));
      expect(ahead.map(({ at }) => at.getTime())).toEqual(
        ahead.map(({ at }) => at.getTime()).toSorted((a, b) => a - b),
      );
      expect(ahead.at(-1)).toMatchObject({ level: 3, at: clock.dueAt });
    }
  });

  it("that has told a level tells it no more, whatever happens to it", () => {
    const told = toldAt(calendars, running(calendars, fresh, monday), 2);
    expect(told).toMatchObject({ level: 2, escalatesAt: told.dueAt });
    const paused = atRest(calendars, told, later(monday, hours(1)));
    expect(paused).toMatchObject({ level: 2, escalatesAt: null });
    const resumed = running(calendars, paused, later(monday, hours(9)));
    expect(resumed.escalatesAt).toEqual(resumed.dueAt);
    expect(toldAt(calendars, resumed, 3).escalatesAt).toBeNull();
  });

  it("that is raised has passed what its new budget says so", () => {
    const evening = later(monday, hours(10));
    const p1 = { calendar: "always", budgetMs: hours(24) } as const;
    const raised = withBudget(calendars, running(calendars, fresh, monday), p1, evening);
    // A quarter of a day is used already; half of it in two hours.
    expect(stepsAhead(calendars, raised).map(({ at }) => at)).toEqual([
      evening,
      later(evening, hours(2)),
      later(evening, hours(14)),
    ]);
  });

  it("is due as much working time later as its pause lasted", () => {
    const paused = atRest(calendars, running(calendars, fresh, monday), later(monday, hours(6)));
    expect(paused).toMatchObject({ usedMs: hours(6), dueAt: null });
    const resumed = running(calendars, paused, later(monday, days(10)));
    // Thursday at nine: of the 42 hours that are left, 39 pass before the weekend.
    expect(resumed.dueAt).toEqual(new Date("2026-12-14T03:00:00+08:00"));
  });

  it("that is raised counts round the clock what is left of the shorter budget", () => {
    const friday = new Date("2026-12-04T12:00:00+08:00");
    const raised = withBudget(
      calendars,
      running(calendars, fresh, friday),
      { calendar: "always", budgetMs: hours(24) },
      later(friday, hours(20)),
    );
    // Twelve hours of Friday were used; Saturday morning counted nothing until the clock was raised.
    expect(raised).toMatchObject({ usedMs: hours(12), dueAt: later(friday, hours(32)) });
  });

  it("that has used more than its new budget is due at once, and no earlier", () => {
    const evening = later(monday, hours(20));
    const p0 = { calendar: "always", budgetMs: hours(5) } as const;
    expect(withBudget(calendars, running(calendars, fresh, monday), p0, evening).dueAt).toEqual(evening);
  });

  it("that is taken up again is as late as it was when it stopped, in the time of its calendar", () => {
    const late = later(monday, hours(60));
    const stopped = atRest(calendars, running(calendars, fresh, monday), late);
    const due = running(calendars, fresh, monday).dueAt;
    expect(takenUp(calendars, stopped, late).dueAt).toEqual(due);
    expect(redated(calendars, takenUp(calendars, stopped, late)).dueAt).toEqual(due);
    const early = atRest(calendars, running(calendars, fresh, monday), later(monday, hours(1)));
    expect(takenUp(calendars, early, late)).toEqual(running(calendars, early, late));
  });

  it("does not go backwards with the clock of the machine", () => {
    const started = running(calendars, fresh, monday);
    expect(atRest(calendars, started, later(monday, -hours(2))).usedMs).toBe(0);
  });

  it("takes the earlier due time of two, and stays paused when it was", () => {
    fc.assert(
      fc.property(steps, steps, (list, others) => {
        const mine = take(list);
        const theirs = take(others);
        const now = new Date(Math.max(mine.now.getTime(), theirs.now.getTime()));
        const joined = earlier(calendars, mine.timing, theirs.timing, now);
        expect(joined.dueAt === null).toBe(mine.timing.dueAt === null);
        const due = (timing: Timing) =>
          (timing.dueAt ?? running(calendars, timing, now).dueAt ?? now).getTime();
        const first = Math.min(due(mine.timing), due(theirs.timing));
        // What is overdue while it is paused is due when it is resumed.
        expect(due(joined)).toBe(joined.dueAt ? first : Math.max(first, now.getTime()));
      }),
    );
  });
});

it.each(urgencies)("gives %s no more time than the next class, and ends the triage first", (urgency) => {
  const {
    triage = 0,
    acknowledge = 0,
    verdict = 0,
    "first-word": word = verdict,
  } = allowances[urgency].budgets;
  const next = urgencies[urgencies.indexOf(urgency) + 1];
  expect(triage).toBeLessThan(word);
  expect(acknowledge).toBeLessThan(word);
  expect(word).toBeLessThanOrEqual(verdict);
  if (next) expect(verdict).toBeLessThan(allowances[next].budgets.verdict ?? 0);
});
