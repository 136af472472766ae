import { afterEach, expect, it, vi } from "vitest";
import { at } from "#lib/platform/at";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { watchCalendar } from "./watch-calendar.ts";

afterEach(async () => {
  vi.restoreAllMocks();
  await db.calendarDay.deleteMany();
});

/** What the log is told by two rounds within a day. */
async function warnings(day: string): Promise<unknown[]> {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  for (const hour of ["08", "20"]) await at(new Date(`${day}T${hour}:00:00+08:00`), watchCalendar);
  return warn.mock.calls.map(([facts]) => facts);
}

it.each([
  ["2026-06-01", []],
  ["2026-12-20", [{ knownUntil: "2026-12-31" }]],
  ["2028-05-01", [{ knownUntil: "2026-12-31" }]],
])("tells once a day that the holidays of later days are not known: %s", async (day, told) => {
  expect(await warnings(day)).toEqual(told);
});

it("is quiet once data declares days of the next year", async () => {
  const day = { kind: "holiday", name: "元旦", source: "国务院办公厅" } as const;
  await db.calendarDay.create({ data: { day: new Date("2027-01-01T00:00:00Z"), ...day } });
  expect(await warnings("2026-12-21")).toEqual([]);
});
