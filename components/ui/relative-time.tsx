"use client";

import { useSyncExternalStore } from "react";
import type { Locale } from "#lib/i18n/locale";
import { formatDateTime } from "#lib/i18n/time";
import { now } from "#lib/platform/clock";
import { useLanguage } from "./language.tsx";

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/**
 * How long ago, or until when; the exact time is its title. The server says it in the same words, so that nothing moves when
 * scripts run: only for pages that are made for each who asks, since on one that is kept it would soon be wrong.
 */
export function RelativeTime({ time, className }: { time: Date | string | number; className?: string }) {
  const { locale } = useLanguage();
  const moment = new Date(time);
  const minute = useSyncExternalStore(everyMinute, currentMinute, currentMinute);
  return (
    // A minute may pass on the way: the server's words stay until the next one.
    <time
      suppressHydrationWarning
      dateTime={moment.toISOString()}
      title={formatDateTime(moment, locale)}
      className={className}
    >
      {inWords(moment.getTime() / 1000 - minute * 60, locale)}
    </time>
  );
}

/** Making one takes a hundred times as long as using it, and a list says many times. */
const formats = { "zh-CN": formatOf("zh-CN"), en: formatOf("en") } satisfies Record<Locale, unknown>;

function formatOf(locale: Locale): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
}

function inWords(seconds: number, locale: Locale): string {
  const format = formats[locale];
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
