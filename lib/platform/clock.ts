import { once } from "./once.ts";

type Clock = {
  /** By how many milliseconds the clock of this process is wrong on purpose (lib/platform/clock-offset.ts). */
  offset: number;
  /** The moment that has been set for what is running just now (lib/platform/at.ts). */
  setTime?: () => Date | undefined;
};

/** What moves the clock of this process; this file itself runs in browsers too. */
export const clock = once("clock", (): Clock => ({ offset: 0 }));

/** The only source of the present moment. */
export const now = (): Date => clock.setTime?.() ?? new Date(Date.now() + clock.offset);

/** Milliseconds since some moment in the past, to tell how long something takes or is kept; nobody sets or moves it. */
export const elapsed = (): number => performance.now();

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(60 * count);
export const days = (count: number): number => hours(24 * count);

/** The moment `milliseconds` after (or, negative, before) another. */
export const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);

const shanghaiDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });

/** The calendar day in Sichuan, as `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => shanghaiDay.format(moment);

/** The moment at which a calendar day `YYYY-MM-DD` starts in Sichuan, which keeps UTC+8 all year. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
