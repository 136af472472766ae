import { days, hours } from "#lib/platform/clock";

/** How long a key that was rotated goes on working, for the time that its program needs to get the new one. */
export const overlaps = { week: days(7), day: days(1), hour: hours(1), none: 0 } as const;
export type Overlap = keyof typeof overlaps;

export const overlapNames = Object.keys(overlaps) as [Overlap, ...Overlap[]];
