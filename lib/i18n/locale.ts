/** The languages of the site; Chinese is its own. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
