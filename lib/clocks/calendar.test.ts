import { isWorkday } from "chinese-days";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, days, hours, minutes } from "#lib/platform/clock";
import {
  addWorkingTime,
  always,
  type Calendar,
  endsSoon,
  knownUntil,
  workingCalendar,
  workingTimeBetween,
} from "./calendar.ts";

const working = workingCalendar();
const at = (text: string) => new Date(`${text}:00+08:00`);

/** Counts minute by minute, with days cut from the UTC text of a moment eight hours later. */
function countSlowly(calendar: Calendar, start: Date, amount: number): Date {
  let moment = start;
  for (let left = amount; left > 0; moment = after(moment, minutes(1))) {
    const day = after(moment, hours(8)).toISOString().slice(0, 10);
    if (calendar.counts(day)) left -= minutes(1);
  }
  return moment;
}

/** Whole minutes around the holidays of two years, midnights and the end of what is announced among them. */
const aMinute = fc
  .integer({ min: at("2025-09-20T00:00").getTime() / 60_000, max: at("2027-03-01T00:00").getTime() / 60_000 })
  .map((minute) => new Date(minute * 60_000));
const aMidnight = aMinute.map(
  (moment) => new Date(Math.floor((moment.getTime() + hours(8)) / days(1)) * days(1) - hours(8)),
);
const moments = fc.oneof(
  aMinute,
  aMidnight,
  aMidnight.map((moment) => after(moment, -minutes(1))),
);
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 6 * 24 * 60 }).map(minutes),
  fc.integer({ min: 0, max: 6 }).map(days),
);
const declared = fc
  .array(
    fc.record({
      day: moments.map((moment) => moment.toISOString().slice(0, 10)),
      kind: fc.constantFrom("workday", "holiday"),
    }),
    { maxLength: 9 },
  )
  .map(workingCalendar);
const calendars = fc.oneof(fc.constant(working), fc.constant(always), declared);

describe("working time", () => {
  it("is what counting minute by minute finds", () => {
    fc.assert(
      fc.property(calendars, moments, amounts, (calendar, start, amount) => {
        expect(addWorkingTime(calendar, start, amount).at).toEqual(countSlowly(calendar, start, amount));
      }),
      { numRuns: 300 },
    );
  });

  it("between two moments is what was added to the first", () => {
    fc.assert(
      fc.property(calendars, moments, amounts, fc.nat(59_999), (calendar, start, amount, odd) => {
        const from = after(start, odd);
        const { at: end } = addWorkingTime(calendar, from, amount + odd);
        expect(workingTimeBetween(calendar, from, end)).toBe(amount + odd);
        expect(workingTimeBetween(calendar, end, from)).toBe(0);
      }),
    );
  });

  it("is the same in two steps as in one", () => {
    fc.assert(
      fc.property(calendars, moments, amounts, amounts, (calendar, start, first, second) => {
        const halfway = addWorkingTime(calendar, start, first).at;
        expect(addWorkingTime(calendar, halfway, second).at).toEqual(
          second === 0 ? halfway : addWorkingTime(calendar, start, first + second).at,
        );
      }),
    );
  });

  it.each([
    ["a weekend", "2026-11-27T15:00", hours(48), "2026-12-01T15:00"],
    ["the end of Friday", "2026-11-26T00:00", days(2), "2026-11-28T00:00"],
    ["a start on a Sunday", "2026-11-29T10:00", hours(4), "2026-11-30T04:00"],
    ["the National Day holidays", "2026-09-30T20:00", hours(24), "2026-10-08T20:00"],
    ["a Saturday that is worked for them", "2026-10-09T12:00", hours(24), "2026-10-10T12:00"],
    ["the Spring Festival and the Saturday worked for it", "2026-02-13T12:00", days(5), "2026-02-27T12:00"],
    ["New Year's Eve", "2025-12-31T18:00", hours(24), "2026-01-04T18:00"],
    ["nothing to add on a holiday", "2026-10-01T09:00", 0, "2026-10-01T09:00"],
    ["less than nothing", "2026-10-01T09:00", -hours(3), "2026-10-01T09:00"],
  ])("passes %s", (_, start, amount, end) => {
    expect(addWorkingTime(working, at(start), amount)).toEqual({ at: at(end), isAssumed: false });
  });
});

describe("days that nobody has announced", () => {
  it("are said aloud, and only their weekends do not count", () => {
    expect(addWorkingTime(working, at("2026-12-31T18:00"), hours(24))).toEqual({
      at: at("2027-01-01T18:00"),
      isAssumed: true,
    });
    expect(addWorkingTime(working, at("2027-01-01T18:00"), hours(24)).at).toEqual(at("2027-01-04T18:00"));
    expect(addWorkingTime(working, at("2026-12-31T18:00"), hours(6)).isAssumed).toBe(false);
    expect(knownUntil(working, "2026-11-29")).toBe("2026-12-31");
  });

  it("do not become known because their year has come", () => {
    expect(knownUntil(working, "2027-01-01")).toBe("2026-12-31");
    expect(knownUntil(working, "2028-05-01")).toBe("2026-12-31");
    expect(addWorkingTime(working, at("2028-04-28T12:00"), hours(24))).toEqual({
      at: at("2028-05-01T12:00"),
      isAssumed: true,
    });
  });

  it("are missed from the middle of November on, when they should be announced", () => {
    expect(endsSoon("2026-12-31", at("2026-11-10T12:00"))).toBe(false);
    expect(endsSoon("2026-12-31", at("2026-11-20T12:00"))).toBe(true);
    expect(endsSoon("2026-12-31", at("2028-05-01T12:00"))).toBe(true);
  });

  it("are known once data declares them", () => {
    const next = workingCalendar([
      { day: "2027-01-01", kind: "holiday" },
      { day: "2027-01-03", kind: "workday" },
    ]);
    expect(addWorkingTime(next, at("2026-12-31T18:00"), hours(24))).toEqual({
      at: at("2027-01-03T18:00"),
      isAssumed: false,
    });
    expect(knownUntil(next, "2026-11-29")).toBe("2027-12-31");
  });
});

it("lets data go before the national table", () => {
  const changed = workingCalendar([
    { day: "2026-10-08", kind: "holiday" },
    { day: "2026-10-01", kind: "workday" },
  ]);
  expect(addWorkingTime(changed, at("2026-09-30T20:00"), hours(28)).at).toEqual(at("2026-10-02T00:00"));
  expect(addWorkingTime(changed, at("2026-10-05T20:00"), hours(1)).at).toEqual(at("2026-10-09T01:00"));
});

it("reads the national table as the package itself reads it", () => {
  for (let day = at("2024-01-01T12:00"); day < at("2027-01-01T00:00"); day = after(day, days(1))) {
    const text = day.toISOString().slice(0, 10);
    const [year = 0, month = 1, date = 1] = text.split("-").map(Number);
    expect([text, working.counts(text)]).toEqual([text, isWorkday(new Date(year, month - 1, date))]);
  }
});

it("counts every hour where a class runs round the clock", () => {
  fc.assert(
    fc.property(moments, amounts, (start, amount) => {
      expect(addWorkingTime(always, start, amount)).toEqual({ at: after(start, amount), isAssumed: false });
    }),
  );
});
