import { absolute } from "#lib/i18n/absolute";
import { alertHref, alertSettingsHref } from "#lib/i18n/addresses";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import enAlerts from "../i18n/messages/en/alerts.json" with { type: "json" };
import zhAlerts from "../i18n/messages/zh-CN/alerts.json" with { type: "json" };
import type { AlertKind } from "./vocabulary.ts";

const words: Record<Locale, typeof zhAlerts> = { "zh-CN": zhAlerts, en: enAlerts };

/** What a browser shows of an urgent alert on a locked screen: the class and the number of the claim. */
export const composePush = (
  { id, kind, number }: { id: string; kind: AlertKind; number: number | null },
  locale: Locale,
) => {
  const { push } = words[locale];
  const title = kind === "clock-running-out" || kind === "clock-over" ? push[kind] : push.urgent;
  return { title: fill(title, { number: String(number ?? "") }), url: absolute(alertHref(id), locale) };
};

/** What shows that alerts arrive. */
export const composeTest = (locale: Locale) => ({
  title: words[locale].push.test,
  url: absolute(alertSettingsHref, locale),
});
