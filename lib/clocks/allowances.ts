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

/** Why a clock is paused: a detector keeps the claim from the queue, or the work waits for evidence. */
export const pauseReasons = ["kept-apart", "waiting-evidence"] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why a clock stopped: it was done; the claim was closed, merged or lowered to a class without it; or the work ended otherwise. */
export const stopReasons = [
  "done",
  "closed",
  "merged",
  "lowered",
  "returned",
  "handed-over",
  "withdrawn",
] as const;
export type StopReason = (typeof stopReasons)[number];

declare global {
  namespace PrismaJson {
    type ClockKind = import("./allowances.ts").ClockKind;
    type PauseReason = import("./allowances.ts").PauseReason;
    type StopReason = import("./allowances.ts").StopReason;
  }
}
