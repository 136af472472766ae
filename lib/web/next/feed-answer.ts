import { hasLocale } from "next-intl";
import { absolute } from "#lib/i18n/absolute";
import { feedHrefs, noticeHref } from "#lib/i18n/addresses";
import { messages } from "#lib/i18n/messages";
import { routing } from "#lib/i18n/routing";
import { config } from "#lib/platform/config";
import { decodeCursor } from "#lib/platform/cursor";
import { debunkFilterSchema } from "#lib/publishing/schema";
import { type FeedFormat, writeFeed } from "#lib/publishing/write-feed";
import { readNotices } from "./cached-reads.ts";

const querySchema = debunkFilterSchema.omit({ q: true });

const types = { rss: "application/rss+xml", atom: "application/atom+xml", json: "application/feed+json" };

/** Answers with the newest notices as a feed, narrowed like the list; `?lang=en` for English titles. */
export async function feedAnswer(request: Request, format: FeedFormat): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  const { lang = routing.defaultLocale, ...query } = Object.fromEntries(searchParams);
  const filter = querySchema.safeParse(query);
  const isValid = filter.success && (!filter.data.cursor || decodeCursor(filter.data.cursor));
  if (!hasLocale(routing.locales, lang) || !isValid) return new Response(null, { status: 422 });
  const { common, labels } = messages[lang];
  const { items } = await readNotices({ ...filter.data, limit: 50 });
  const head = {
    title: config.SITE_NAME ?? common.siteName,
    description: common.description,
    siteUrl: absolute("/"),
    links: {
      rss: absolute(feedHrefs.rss + search),
      atom: absolute(feedHrefs.atom + search),
      json: absolute(feedHrefs.json + search),
    },
    language: lang,
  };
  const feed = writeFeed(
    format,
    head,
    items.map((item) => ({
      url: absolute(noticeHref(item.slug), lang),
      title: lang === "en" ? (item.titleEn ?? item.title) : item.title,
      verdict: labels.verdict[item.verdict],
      state: item.status === "published" ? null : labels.debunkStatus[item.status],
      summary: item.summary,
      topic: lang === "en" ? item.topic.en : item.topic.zh,
      publishedAt: item.publishedAt,
      updatedAt: item.updatedAt,
    })),
  );
  return new Response(feed, {
    headers: { "content-type": `${types[format]}; charset=utf-8`, "cache-control": "public, max-age=60" },
  });
}
