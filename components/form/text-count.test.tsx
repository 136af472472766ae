import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LanguageProvider } from "#components/ui/language";
import { locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { isNear, TextCount } from "./text-count.tsx";

const read = (locale: (typeof locales)[number], length: number) =>
  renderToStaticMarkup(
    <LanguageProvider locale={locale} words={messages[locale].common.client}>
      <TextCount id="count" length={length} limit={5000} />
    </LanguageProvider>,
  );

it.each(locales)("says in %s how much is to be cut from a text that is too long", (locale) => {
  expect(read(locale, 5120)).toContain("5,120");
  expect(read(locale, 5120)).toContain("120");
  expect(read(locale, 5120)).toContain('id="count"');
});

it("counts from shortly before the limit on", () => {
  expect([0, 4000, 4990, 5120].map((length) => isNear(length, 5000))).toEqual([false, false, true, true]);
});

it.each(locales)("counts in %s what may stay, and asks for nothing to be cut", (locale) => {
  expect(read(locale, 4990)).toContain("4,990");
  expect(read(locale, 5000)).not.toContain("vermilion");
  expect(read(locale, 5001)).toContain("vermilion");
});
