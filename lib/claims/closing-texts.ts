import { type Locale, locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import type { ReportView } from "./queries.ts";
import { type Closing, closings } from "./status.ts";

/** The kind text for a closing, as its sender reads it unless the desk words it anew. */
export const closingText = (closing: Closing, locale: Locale): string =>
  messages[locale].desk.close.texts[closing];

/** The text for each closing, in the languages of the people who asked. */
export function closingTexts(reports: readonly Pick<ReportView, "locale">[]): Record<Closing, string> {
  const asked = locales.filter((locale) => reports.some((report) => report.locale === locale));
  const spoken: readonly Locale[] = asked.length > 0 ? asked : ["zh-CN"];
  const text = (closing: Closing) => spoken.map((locale) => closingText(closing, locale)).join("\n\n");
  return Object.fromEntries(closings.map((closing) => [closing, text(closing)])) as Record<Closing, string>;
}
