/** The languages of the site. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** The language of whoever asks for none. */
export const defaultLocale: Locale = "zh-CN";
