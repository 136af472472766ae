/** For how long a claim can be put off. */
export const snoozeSpans = ["hour", "half-day", "tomorrow", "three-days"] as const;
export type SnoozeSpan = (typeof snoozeSpans)[number];
