import { after, dayOf, days, startOfDay } from "#lib/platform/clock";

/** From one moment until another, which is no more in it. */
export type Span = { startsAt: Date; endsAt: Date };

/** So far ahead people plan. */
export const AHEAD = days(400);

/** The moments of calendar days in Sichuan, both included. */
export const spanOf = ({ from, until }: { from: string; until: string }): Span => ({
  startsAt: startOfDay(from),
  endsAt: nextDay(startOfDay(until)),
});

/** Sichuan keeps UTC+8 all year: its days have all the same length. */
export const nextDay = (start: Date): Date => after(start, days(1));

/** Whether two spans have a moment in common. */
export const meets = (one: Span, other: Span): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The last calendar day that has a part of a span. */
export const lastDayOf = ({ endsAt }: Pick<Span, "endsAt">): string => dayOf(after(endsAt, -1));
