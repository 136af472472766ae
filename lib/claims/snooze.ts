/** For how long a claim can be put off. */
export const snoozeSpans = ["hour", "hours", "tomorrow", "days"] as const;
export type SnoozeSpan = (typeof snoozeSpans)[number];
