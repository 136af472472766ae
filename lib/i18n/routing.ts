import { defaultLocale, locales } from "./locale.ts";

/** The languages of the site; an address says its language, and nothing else decides it. */
export const routing = {
  locales,
  defaultLocale,
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
} as const;
