import { dayOf, now } from "#lib/platform/clock";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import { calendarEndingSoon } from "./queries.ts";

const told = once("told of the calendar", () => ({ on: "" }));

/** Tells whoever runs the service, once a day, when due times may soon pass the last day whose holidays are known. */
export async function watchCalendar(): Promise<void> {
  const knownUntil = await calendarEndingSoon();
  const today = dayOf(now());
  if (knownUntil === null || told.on === today) return;
  told.on = today;
  log.warn(
    { knownUntil },
    "of later days only the weekends are known: update chinese-days, or declare holidays in calendar_days",
  );
}
