import { locale as rootLocale } from "next/root-params";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import type { Locale } from "#lib/i18n/locale";
import { type Messages, messages } from "#lib/i18n/messages";
import { routing } from "#lib/i18n/routing";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

/** The zone in which every time is shown. */
export const timeZone = "Asia/Shanghai";

export default getRequestConfig(async ({ locale, requestLocale }) => {
  const wanted = locale ?? (await localeOfAddress()) ?? (await requestLocale);
  const known = hasLocale(routing.locales, wanted) ? wanted : routing.defaultLocale;
  return { locale: known, messages: messages[known], timeZone };
});

/** A page knows its language from its address; a server action or route handler has no root parameters. */
async function localeOfAddress(): Promise<string | undefined> {
  try {
    return await rootLocale();
  } catch {
    return undefined;
  }
}
