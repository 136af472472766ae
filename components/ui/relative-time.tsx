"use client";

import { useSyncExternalStore } from "react";
import { formatDateTime } from "#lib/i18n/time";
import { now } from "#lib/platform/clock";
import { useLanguage } from "./language.tsx";

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** How long ago, or until when; the exact time is its title, and its text until scripts run. */
export function RelativeTime({ time, className }: { time: Date | string | number; className?: string }) {
  const { locale } = useLanguage();
  const moment = new Date(time);
  const minute = useSyncExternalStore(everyMinute, currentMinute, () => undefined);
  const exact = formatDateTime(moment, locale);
  return (
    <time
      dateTime={moment.toISOString()}
      title={minute === undefined ? undefined : exact}
      className={className}
    >
      {minute === undefined ? exact : inWords(moment.getTime() / 1000 - minute * 60, locale)}
    </time>
  );
}

function inWords(seconds: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  // The present is counted in whole minutes: what lies within one is now.
  if (Math.abs(seconds) < 60) return format.format(0, "minute");
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["minute", 60];
  return format.format(Math.round(seconds / size), unit);
}

const currentMinute = () => Math.floor(now().getTime() / 60_000);

function everyMinute(changed: () => void) {
  const timer = setInterval(changed, 20_000);
  return () => clearInterval(timer);
}
