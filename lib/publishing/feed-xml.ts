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
  feedUrl: string;
  language: string;
};

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

const heading = ({ title, verdict, state }: FeedItem): string =>
  `【${state ? `${verdict} · ${state}` : verdict}】${title}`;

const latest = (items: readonly FeedItem[]): string =>
  items
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1) ?? "1970-01-01T00:00:00.000Z";

/** RSS 2.0; a corrected or retracted item keeps its id and says so in its title. */
export function toRss(head: FeedHead, items: readonly FeedItem[]): string {
  const entries = items.map((item) =>
    [
      "<item>",
      element("title", heading(item)),
      element("link", item.url),
      `<guid isPermaLink="true">${escapeXml(item.url)}</guid>`,
      element("category", item.topic),
      element("description", item.summary),
      element("pubDate", new Date(item.publishedAt).toUTCString()),
      "</item>",
    ].join(""),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element("title", head.title),
    element("link", head.siteUrl),
    element("description", head.description),
    element("language", head.language),
    element("lastBuildDate", new Date(latest(items)).toUTCString()),
    `<atom:link href="${escapeXml(head.feedUrl)}" rel="self" type="application/rss+xml"/>`,
    ...entries,
    "</channel></rss>",
  ].join("\n");
}

/** Atom 1.0; a corrected or retracted entry keeps its id and changes `updated`. */
export function toAtom(head: FeedHead, items: readonly FeedItem[]): string {
  const entries = items.map((item) =>
    [
      "<entry>",
      element("title", heading(item)),
      element("id", item.url),
      `<link href="${escapeXml(item.url)}"/>`,
      element("published", item.publishedAt),
      element("updated", item.updatedAt),
      `<category term="${escapeXml(item.topic)}"/>`,
      element("summary", item.summary),
      "</entry>",
    ].join(""),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(head.language)}">`,
    element("title", head.title),
    element("subtitle", head.description),
    element("id", head.siteUrl),
    `<link href="${escapeXml(head.siteUrl)}"/>`,
    `<link href="${escapeXml(head.feedUrl)}" rel="self" type="application/atom+xml"/>`,
    element("updated", latest(items)),
    `<author>${element("name", head.title)}</author>`,
    ...entries,
    "</feed>",
  ].join("\n");
}
