import type { Locale } from "./locale.ts";

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function read(time: Date) {
  const found = { year: "", month: "", day: "", hour: "", minute: "" };
  for (const { type, value } of parts.formatToParts(time)) {
    if (type in found) found[type as keyof typeof found] = value;
  }
  return found;
}

/** A day as people in Sichuan see it; spelled by hand because server and browser must agree to the letter. */
export const formatDate = (time: Date, locale: Locale): string => dayOf(read(time), locale);

function dayOf({ year, month, day }: ReturnType<typeof read>, locale: Locale): string {
  const english = `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`;
  return locale === "en" ? english : `${year}年${Number(month)}月${Number(day)}日`;
}

/** A day and minute, Asia/Shanghai. */
export function formatDateTime(time: Date, locale: Locale): string {
  const found = read(time);
  const { hour, minute } = found;
  return `${dayOf(found, locale)}${locale === "en" ? ", " : " "}${hour}:${minute}`;
}
