import type { MetadataRoute } from "next";
import { unstable_cache } from "next/cache";
import { localeAlternates } from "#lib/i18n/alternates";
import { routing } from "#lib/i18n/routing";
import { config } from "#lib/platform/config";
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
];

const readAddresses = unstable_cache(
  async () =>
    (await listNoticeAddresses()).map(({ slug, updatedAt }) => ({
      slug,
      updatedAt: updatedAt.toISOString(),
    })),
  ["notice-addresses"],
  { tags: ["debunks"] },
);

/** Every page and notice in every language. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const notices = await readAddresses();
  return [
    ...pages.flatMap((page) => entries(page)),
    ...notices.flatMap(({ slug, updatedAt }) => entries(`/debunks/${slug}`, updatedAt)),
  ];
}

function entries(href: string, lastModified?: string) {
  const absolute = (path: string) => new URL(path, config.SITE_URL).href;
  const { languages } = localeAlternates(href, routing.defaultLocale);
  const alternates = {
    languages: Object.fromEntries(
      Object.entries(languages).map(([language, path]) => [language, absolute(path)]),
    ),
  };
  return routing.locales.map((locale) => ({
    url: absolute(localeAlternates(href, locale).canonical),
    ...(lastModified && { lastModified }),
    alternates,
  }));
}
