// The data alone: the functions of the package read days in the time zone of the machine.
import national from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { after, dayOf, days, startOfDay } from "#lib/platform/clock";

/** `always` counts every hour; `working` counts working days, 调休 among them, and neither weekends nor holidays. */
export const calendarNames = ["always", "working"] as const;
export type CalendarName = (typeof calendarNames)[number];

export const dayKinds = ["workday", "holiday"] as const;
export type DayKind = (typeof dayKinds)[number];

/** A day `YYYY-MM-DD` that data declares, whatever the national table says of it. */
export type DeclaredDay = { day: string; kind: DayKind };

/** Which days count, from midnight to midnight in Sichuan. */
export type Calendar = {
  counts: (day: string) => boolean;
  /** Whether the holidays of the day's year have been announced; of later years only the weekends are known. */
  isKnown: (day: string) => boolean;
};

/** The calendar that every hour counts in. */
export const always: Calendar = { counts: () => true, isKnown: () => true };

const nationalDays = new Map<string, DayKind>([
  ...Object.keys(national.holidays).map((day) => [day, "holiday"] as const),
  ...Object.keys(national.workdays).map((day) => [day, "workday"] as const),
]);

const yearOf = (day: string): string => day.slice(0, 4);
const nationalYears = new Set([...nationalDays.keys()].map(yearOf));

/** The national calendar of holidays and 调休; a declared day goes before it, and makes its year a known one. */
export function workingCalendar(declared: readonly DeclaredDay[] = []): Calendar {
  const kinds = new Map([...nationalDays, ...declared.map(({ day, kind }) => [day, kind] as const)]);
  const years = new Set([...nationalYears, ...declared.map(({ day }) => yearOf(day))]);
  return {
    counts: (day) => (kinds.get(day) ?? (isWeekend(day) ? "holiday" : "workday")) === "workday",
    isKnown: (day) => years.has(yearOf(day)),
  };
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The last day up to which every year's holidays are known, seen from a day on; it may lie behind that day. */
export function knownUntil({ isKnown }: Calendar, day: string): string {
  const endOf = (year: number) => `${year}-12-31`;
  let year = Number(yearOf(day));
  while (isKnown(endOf(year))) year += 1;
  do year -= 1;
  while (!isKnown(endOf(year)));
  return endOf(year);
}

/** Holidays are announced in the November before their year: from the middle of that month on, they are missing. */
const NOTICE = days(45);

/** Whether due times that are given out may soon pass the last known day, or have passed it. */
export const endsSoon = (knownUntil: string, moment: Date): boolean =>
  startOfDay(knownUntil) < after(moment, NOTICE);

/** When an amount of working time is over; `isAssumed` when that passes days whose holidays are not announced yet. */
export type WorkedOff = { at: Date; isAssumed: boolean };

/** The first moment at which so many milliseconds of the calendar's time have passed. */
export function addWorkingTime(calendar: Calendar, start: Date, milliseconds: number): WorkedOff {
  let left = Math.max(0, milliseconds);
  let isAssumed = false;
  for (let moment = start; ; moment = nextMidnight(moment)) {
    const day = dayOf(moment);
    const length = calendar.counts(day) ? nextMidnight(moment).getTime() - moment.getTime() : 0;
    if (left === 0) return { at: moment, isAssumed };
    isAssumed ||= !calendar.isKnown(day);
    if (left <= length) return { at: after(moment, left), isAssumed };
    left -= length;
  }
}

/** The last moment from which so many milliseconds of the calendar's time pass until another. */
export function subtractWorkingTime(calendar: Calendar, end: Date, milliseconds: number): Date {
  let left = milliseconds;
  for (let moment = end; ; moment = startOfDay(dayOf(after(moment, -1)))) {
    const day = dayOf(after(moment, -1));
    const length = calendar.counts(day) ? moment.getTime() - startOfDay(day).getTime() : 0;
    if (left <= length) return after(moment, -left);
    left -= length;
  }
}

/** How many milliseconds of the calendar's time lie between two moments; none when the second is not the later one. */
export function workingTimeBetween(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0;
  for (let moment = from; moment < to; moment = nextMidnight(moment)) {
    const end = Math.min(nextMidnight(moment).getTime(), to.getTime());
    if (calendar.counts(dayOf(moment))) sum += end - moment.getTime();
  }
  return sum;
}

/** Sichuan keeps UTC+8 all year, so that each of its days has 24 hours. */
const nextMidnight = (moment: Date): Date => after(startOfDay(dayOf(moment)), days(1));

declare global {
  namespace PrismaJson {
    type CalendarName = import("./calendar.ts").CalendarName;
    type DayKind = import("./calendar.ts").DayKind;
  }
}
