import { Feed } from "feed";

/** A notice as feeds carry it. */
export type FeedItem = {
  url: string;
  title: string;
  verdict: string;
  /** 已更正 or 已撤回, where it is no longer what it first was. */
  state: string | null;
  summary: string;
  topic: string;
  publishedAt: string;
  updatedAt: string;
};

export type FeedHead = {
  title: string;
  description: string;
  siteUrl: string;
  /** The address of this feed in each of its formats. */
  links: { rss: string; atom: string; json: string };
  language: string;
};

export type FeedFormat = "rss" | "atom" | "json";

/** RSS 2.0, Atom 1.0 or JSON Feed 1.1. A corrected or retracted item keeps its id, changes `updated` and says so in its title. */
export function writeFeed(format: FeedFormat, head: FeedHead, items: readonly FeedItem[]): string {
  const newest = items
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1);
  const feed = new Feed({
    id: head.siteUrl,
    title: head.title,
    description: head.description,
    link: head.siteUrl,
    language: head.language,
    feedLinks: head.links,
    updated: newest ? new Date(newest) : new Date(0),
    author: { name: head.title, link: head.siteUrl },
    generator: false,
  });
  for (const item of items) {
    feed.addItem({
      id: item.url,
      guid: item.url,
      link: item.url,
      title: `【${item.state ? `${item.verdict} · ${item.state}` : item.verdict}】${item.title}`,
      description: item.summary,
      category: [{ name: item.topic, term: item.topic }],
      published: new Date(item.publishedAt),
      date: new Date(item.updatedAt),
    });
  }
  if (format === "rss") return feed.rss2();
  return format === "atom" ? feed.atom1() : feed.json1();
}
