import { type Locale, locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { minutes } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { once } from "#lib/platform/once";
import { type Remembered, remember } from "#lib/platform/remember";
import type { ReportView } from "./queries.ts";
import { type Closing, closings } from "./status.ts";

type Written = ReadonlyMap<string, string>;
const NAME = "answer texts";
const keyOf = (closing: Closing, locale: Locale): string => `${closing} ${locale}`;

/** What the desk has worded itself; another process knows of it within the minute. */
const readWritten = remember<Written>(
  NAME,
  async () => {
    const rows = await db.answerText.findMany({
      distinct: ["closing", "language"],
      orderBy: { number: "desc" },
      select: { closing: true, language: true, text: true },
    });
    return new Map(rows.map(({ closing, language, text }) => [keyOf(closing, language), text]));
  },
  minutes(1),
);

/** The texts are read anew: one was just written here. */
export function forgetClosingTexts(): void {
  delete once<Remembered<Written>>(NAME, () => ({})).kept;
}

/** The text with which the product comes, as long as the desk has no other. */
export const builtInText = (closing: Closing, locale: Locale): string =>
  messages[locale].desk.close.texts[closing];

/** Tells the kind text for each closing, as its sender reads it unless the desk words it anew for one claim. */
export async function loadClosingText(): Promise<(closing: Closing, locale: Locale) => string> {
  const written = await readWritten();
  return (closing, locale) => written.get(keyOf(closing, locale)) ?? builtInText(closing, locale);
}

/** The text for each closing, in the languages of the people who asked. */
export async function closingTexts(
  reports: readonly Pick<ReportView, "locale">[],
): Promise<Record<Closing, string>> {
  const closingText = await loadClosingText();
  const asked = locales.filter((locale) => reports.some((report) => report.locale === locale));
  const spoken: readonly Locale[] = asked.length > 0 ? asked : ["zh-CN"];
  const text = (closing: Closing) => spoken.map((locale) => closingText(closing, locale)).join("\n\n");
  return Object.fromEntries(closings.map((closing) => [closing, text(closing)])) as Record<Closing, string>;
}
