import { absolute } from "#lib/i18n/absolute";
import { alertHref, alertSettingsHref } from "#lib/i18n/addresses";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import enAlerts from "../i18n/messages/en/alerts.json" with { type: "json" };
import zhAlerts from "../i18n/messages/zh-CN/alerts.json" with { type: "json" };

const words: Record<Locale, typeof zhAlerts> = { "zh-CN": zhAlerts, en: enAlerts };

/** What a browser shows of an urgent alert on a locked screen: the class and the number of the claim. */
export const composePush = (alert: { id: string; number: number | null }, locale: Locale) => ({
  title: fill(words[locale].push.urgent, { number: String(alert.number ?? "") }),
  url: absolute(alertHref(alert.id), locale),
});

/** What shows that alerts arrive. */
export const composeTest = (locale: Locale) => ({
  title: words[locale].push.test,
  url: absolute(alertSettingsHref, locale),
});
