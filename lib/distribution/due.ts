import { after, dayOf, days, hours, startOfDay } from "#lib/platform/clock";
import type { Urgency } from "#lib/reference/urgency";

/** What is published, as far as it decides when it is sent by mail. */
type Sent = { isCorrection: boolean; urgency: Urgency };

/** When a digest brings something: at once what corrects or cannot wait, all else when the hour of its address comes next. */
export const dueOf = ({ isCorrection, urgency }: Sent, hour: number, moment: Date): Date =>
  isCorrection || urgency === "P0" || urgency === "P1" ? moment : nextHour(hour, moment);

/** When it is next that hour of the day in Sichuan. */
export function nextHour(hour: number, moment: Date): Date {
  const today = after(startOfDay(dayOf(moment)), hours(hour));
  return today > moment ? today : after(today, days(1));
}
