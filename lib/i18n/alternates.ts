import type { Locale } from "./locale.ts";
import { localePath } from "./paths.ts";
import { routing } from "./routing.ts";

/** The canonical address of a page and its address in every language, for a page's metadata. */
export function localeAlternates(href: string, locale: Locale) {
  const languages = Object.fromEntries(routing.locales.map((each) => [each, localePath(href, each)]));
  return {
    canonical: localePath(href, locale),
    languages: { ...languages, "x-default": localePath(href, routing.defaultLocale) },
  };
}
