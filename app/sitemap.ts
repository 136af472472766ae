import type { MetadataRoute } from "next";
import { absolute } from "#lib/i18n/absolute";
import { localeAlternates, noticeHref } from "#lib/i18n/addresses";
import { defaultLocale, locales } from "#lib/i18n/locale";
import { listNoticeAddresses } from "#lib/publishing/outline";

export const dynamic = "force-dynamic";

const pages = [
  "/",
  "/debunks",
  "/check",
  "/report",
  "/track",
  "/corrections",
  "/methodology",
  "/members",
  "/about",
  "/privacy",
];

/** Every page and notice in every language. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const notices = await listNoticeAddresses();
  return [
    ...pages.flatMap((page) => entries(page)),
    ...notices.flatMap(({ slug, updatedAt }) => entries(noticeHref(slug), updatedAt.toISOString())),
  ];
}

function entries(href: string, lastModified?: string) {
  const { languages } = localeAlternates(href, defaultLocale);
  const alternates = {
    languages: Object.fromEntries(
      Object.entries(languages).map(([language, path]) => [language, absolute(path)]),
    ),
  };
  return locales.map((locale) => ({
    url: absolute(localeAlternates(href, locale).canonical),
    ...(lastModified && { lastModified }),
    alternates,
  }));
}
