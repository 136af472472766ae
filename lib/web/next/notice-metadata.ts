import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { absolute } from "#lib/i18n/absolute";
import { localeAlternates, noticeHref, oembedHref } from "#lib/i18n/addresses";
import { withQuery } from "#lib/i18n/paths";
import type { Verdict } from "#lib/investigation/vocabulary";

type Notice = {
  slug: string;
  verdict: Verdict;
  title: string;
  titleEn: string | null;
  summary: string;
  publishedAt: Date;
  updatedAt: Date;
};

/** The title, verdict and addresses of a notice, as links to it are shown elsewhere. */
export async function noticeMetadata(notice: Notice): Promise<Metadata> {
  const [locale, verdicts] = [await getLocale(), await getTranslations("labels.verdict")];
  const title = locale === "en" && notice.titleEn ? notice.titleEn : notice.title;
  const description = `${verdicts(notice.verdict)} · ${notice.summary}`;
  const alternates = localeAlternates(noticeHref(notice.slug), locale);
  const oembed = absolute(
    withQuery(oembedHref, { url: absolute(noticeHref(notice.slug), locale), format: "json" }),
  );
  return {
    title,
    description,
    alternates: { ...alternates, types: { "application/json+oembed": [{ url: oembed, title }] } },
    openGraph: {
      type: "article",
      title,
      description,
      url: alternates.canonical,
      publishedTime: notice.publishedAt.toISOString(),
      modifiedTime: notice.updatedAt.toISOString(),
    },
  };
}
