import { dayOf, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import type { ClockKind, PauseReason } from "./allowances.ts";
import { endsSoon, knownUntil } from "./calendar.ts";
import { loadCalendars } from "./load-calendars.ts";

/** A clock that goes on: due at a time, or paused for a reason. */
export type GoingClock = { kind: ClockKind; dueAt: Date | null; pauseReason: PauseReason | null };

const going = { kind: true, dueAt: true, pauseReason: true } as const;

/** Selects the clocks of a claim that go on, those of members' work apart. */
export const claimClocks = { where: { assignmentId: null, stoppedAt: null }, select: going } as const;

/** Selects the clocks of a member's work that go on. */
export const workClocks = { where: { stoppedAt: null }, select: going } as const;

/** The last day whose holidays are announced or declared by data: of later ones only the weekends are known. */
export async function calendarEnd(): Promise<string> {
  const { working } = await loadCalendars(db);
  return knownUntil(working, dayOf(now()));
}

/** That last day when due times may soon pass it, so that somebody declares more days; null while it is far away. */
export async function calendarEndingSoon(): Promise<string | null> {
  const end = await calendarEnd();
  return endsSoon(end, now()) ? end : null;
}
