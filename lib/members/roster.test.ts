import { describe, expect, it } from "vitest";
import { hours, after as later, startOfDay } from "#lib/platform/clock";
import { DAYS, type Person, rosterDays } from "./roster.ts";
import { lastDayOf, meets, spanOf } from "./span.ts";

const [ann, bob] = [
  { id: "a", name: "安" },
  { id: "b", name: "白" },
];
const people = [ann, bob];
const first = startOfDay("2026-12-31");
const noon = later(first, hours(12));
const on = (user: Person, from: string, until = from, deputy: Person | null = null) => ({
  user,
  deputy,
  ...spanOf({ from, until }),
});

describe("days of the calendar", () => {
  it("begin and end at midnight in Sichuan, whatever the zone of the process", () => {
    const { startsAt, endsAt } = spanOf({ from: "2026-12-31", until: "2027-01-01" });
    expect(startsAt.toISOString()).toBe("2026-12-30T16:00:00.000Z");
    expect(endsAt.toISOString()).toBe("2027-01-01T16:00:00.000Z");
    expect(lastDayOf({ endsAt })).toBe("2027-01-01");
  });

  it("have nothing in common with the next", () => {
    const [one, next] = [on(ann, "2026-12-31"), on(bob, "2027-01-01")];
    expect(meets(one, next)).toBe(false);
    expect(meets(one, one)).toBe(true);
  });
});

describe("the days of a roster", () => {
  const gaps = (facts: Partial<Parameters<typeof rosterDays>[2]>, now = noon) =>
    rosterDays(now, first, { people, shifts: [], leaves: [], ...facts }).map(({ gap }) => gap);

  it("are two weeks, over the end of a year", () => {
    const days = rosterDays(noon, first, { people, shifts: [], leaves: [] });
    expect(days).toHaveLength(DAYS);
    expect(days[1]?.startsAt).toEqual(startOfDay("2027-01-01"));
    expect(days.at(-1)?.startsAt).toEqual(startOfDay("2027-01-13"));
  });

  it("name who is on duty, who is away and who stands in, and say when the deputy is away too", () => {
    const shifts = [on(ann, "2027-01-01")];
    const leaves = [on(ann, "2027-01-01", "2027-01-02", bob), on(bob, "2027-01-02")];
    const [, second, third] = rosterDays(noon, first, { people, shifts, leaves });
    expect(second).toMatchObject({
      onDuty: [{ name: "安", isAway: true }],
      away: [{ name: "安", deputy: { name: "白", isAway: false } }],
      gap: "on-duty-away",
    });
    expect(third).toMatchObject({
      onDuty: [],
      away: [{ deputy: { isAway: true } }, { name: "白", deputy: null }],
      gap: "everybody-away",
    });
  });

  it("miss nobody on duty where duty is never planned", () => {
    expect(gaps({})).toEqual(Array.from({ length: DAYS }, () => null));
    expect(gaps({ shifts: [on(ann, "2026-12-31")] }).slice(0, 2)).toEqual([null, "nobody-on-duty"]);
  });

  it("count of today what is left of it", () => {
    const ended = { ...on(ann, "2026-12-31"), endsAt: later(first, hours(11)) };
    const [gap] = gaps({ leaves: [ended, on(bob, "2026-12-31")] });
    expect(gap).toBeNull();
    const [before] = gaps({ leaves: [ended, on(bob, "2026-12-31")] }, later(first, hours(10)));
    expect(before).toBe("everybody-away");
  });
});
