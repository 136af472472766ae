import { days, hours, minutes } from "#lib/platform/clock";
import type { Urgency } from "#lib/reference/urgency";
import type { CalendarName } from "./calendar.ts";

/**
 * What has a due time: a claim's triage, its first public word and its verdict; the answer of a member to an offer of
 * work (`acknowledge`), and that work (`verdict` with an assignment); the answer to an objection.
 */
export const clockKinds = ["triage", "acknowledge", "first-word", "verdict", "objection"] as const;
export type ClockKind = (typeof clockKinds)[number];

/** The calendar that a class is counted in, and how long each thing may take; what is absent has no due time. */
export type Allowance = { calendar: CalendarName; budgets: Partial<Record<ClockKind, number>> };

/** How long each class of urgency may take, counted from the first report. /methodology prints this table. */
export const allowances: Record<Urgency, Allowance> = {
  P0: {
    calendar: "always",
    budgets: {
      triage: minutes(15),
      acknowledge: minutes(15),
      "first-word": hours(1),
      verdict: hours(5),
    },
  },
  P1: {
    calendar: "always",
    budgets: { triage: hours(1), acknowledge: hours(1), "first-word": hours(6), verdict: hours(24) },
  },
  P2: {
    calendar: "working",
    budgets: { triage: hours(4), acknowledge: hours(4), "first-word": hours(24), verdict: hours(48) },
  },
  P3: {
    calendar: "working",
    budgets: { triage: days(1), acknowledge: days(1), verdict: days(5) },
  },
};
