import { absolute } from "#lib/i18n/absolute";
import { feedHrefs, noticeHref } from "#lib/i18n/addresses";
import { defaultLocale, locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { config } from "#lib/platform/config";
import { z } from "#lib/platform/validation";
import { listDebunks } from "#lib/publishing/queries";
import { debunkFilterSchema } from "#lib/publishing/schema";
import { type FeedFormat, writeFeed } from "#lib/publishing/write-feed";
import { urgencies } from "#lib/reference/urgency";
import { Content } from "../entry.ts";
import { type Operation, operation } from "../operation.ts";
import { refuseEmpty } from "./refuse-empty.ts";

const feeds = [
  { path: feedHrefs.rss, format: "rss", mediaType: "application/rss+xml" },
  { path: feedHrefs.atom, format: "atom", mediaType: "application/atom+xml" },
  { path: feedHrefs.json, format: "json", mediaType: "application/feed+json" },
] as const;

/** One value or several with commas between, as an address that can be typed. */
const values = <Value extends z.ZodType<string, string>>(value: Value) =>
  z
    .string()
    .max(1000)
    .transform((text) => text.split(","))
    .pipe(z.array(value).max(50));

const querySchema = debunkFilterSchema.omit({ q: true, topic: true, division: true }).extend({
  topic: values(z.string().min(1).max(40)).default([]),
  division: values(z.string().regex(/^\d{6}$/, { error: "invalid" }))
    .default([])
    .meta({ description: "GB/T 2260 codes; includes everything below them." }),
  around: z
    .literal("1")
    .optional()
    .meta({ description: "With what is about everything around the divisions, as a county's province." }),
  urgency: values(z.enum(urgencies)).default([]),
  lang: z.enum(locales).default(defaultLocale),
});

type FeedQuery = z.output<typeof querySchema>;

/** The newest notices as feeds, narrowed as endpoints of members are, each to several values; `?lang=en` for English titles. */
export const feedOperations: readonly Operation[] = feeds.map(({ path, format, mediaType }) =>
  operation({
    method: "GET",
    path,
    summary: "The newest notices as a feed.",
    access: "public",
    query: querySchema,
    answer: { status: 200, description: "The feed." },
    cache: { keptFor: 60 },
    shows: () => ["debunks"],
    run: async ({ request, query }) => {
      for (const topic of query.topic) await refuseEmpty({ topic });
      for (const division of query.division) await refuseEmpty({ division });
      const feed = await feedOf(query, format, searchOf(request));
      return new Content(feed, `${mediaType}; charset=utf-8`);
    },
  }),
);

/** What narrows a feed, of all that its address says. */
function searchOf({ url }: Request): string {
  const given = [...new URL(url).searchParams].filter(([name]) => Object.hasOwn(querySchema.shape, name));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

async function feedOf(query: FeedQuery, format: FeedFormat, search: string): Promise<string> {
  const { lang, topic: topics, division: divisions, urgency, around, ...filter } = query;
  const { common, labels } = messages[lang];
  const { items } = await listDebunks(
    { ...filter, limit: 50 },
    { topics, divisions, urgencies: urgency, isAround: around !== undefined },
  );
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
  return writeFeed(
    format,
    head,
    items.map((item) => ({
      url: absolute(noticeHref(item.slug), lang),
      title: lang === "en" ? (item.titleEn ?? item.title) : item.title,
      verdict: labels.verdict[item.verdict],
      state: item.status === "published" ? null : labels.debunkStatus[item.status],
      summary: item.summary,
      topic: lang === "en" ? item.topic.en : item.topic.zh,
      publishedAt: item.publishedAt.toISOString(),
      updatedAt: item.updatedAt.toISOString(),
    })),
  );
}
