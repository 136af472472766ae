import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { localeAlternates } from "#lib/i18n/addresses";
import type { Messages } from "#lib/i18n/messages";

/** The title, description and addresses of a page that always exists. */
export async function pageMetadata(page: keyof Messages["public"]["meta"], href: string): Promise<Metadata> {
  const t = await getTranslations("public.meta");
  const title = t(`${page}.title`);
  const description = t(`${page}.description`);
  const alternates = localeAlternates(href, await getLocale());
  return { title, description, alternates, openGraph: { title, description, url: alternates.canonical } };
}
