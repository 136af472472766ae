import { absolute } from "#lib/i18n/absolute";
import { alertHref, alertSettingsHref, alertsHref } from "#lib/i18n/addresses";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import { type Composed, layOutLetter, type Paragraph } from "#lib/telling/lay-out-letter";
import enAlerts from "../i18n/messages/en/alerts.json" with { type: "json" };
import zhAlerts from "../i18n/messages/zh-CN/alerts.json" with { type: "json" };
import type { AlertRow } from "./queries.ts";

const words: Record<Locale, typeof zhAlerts> = { "zh-CN": zhAlerts, en: enAlerts };

/** More are counted and not listed. */
export const MOST_LINES = 20;

type Unread = { rows: readonly Pick<AlertRow, "id" | "kind" | "number">[]; count: number };

/** What somebody has not read: kinds, numbers of claims and links, and nothing of what they say. */
export function composeAlerts({ rows, count }: Unread, locale: Locale): Composed {
  const { letter, kind } = words[locale];
  const more = count - rows.length;
  const lines = rows.map((row) => {
    const what = kind[row.kind];
    const label = row.number === null ? what : fill(letter.line, { what, number: String(row.number) });
    return { link: absolute(alertHref(row.id), locale), label };
  });
  const paragraphs: Paragraph[] = [
    { text: fill(letter.lead, { count: String(count) }) },
    ...lines,
    ...(more > 0 ? [{ text: fill(letter.more, { count: String(more) }) }] : []),
    { link: absolute(alertsHref(), locale), label: letter.all },
    { link: absolute(alertSettingsHref, locale), label: letter.change },
  ];
  const subject = fill(letter.subject, { count: String(count) });
  return layOutLetter({ subject, paragraphs, why: letter.why }, locale);
}
