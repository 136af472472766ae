import { describe, expect, it } from "vitest";
import { type FeedItem, writeFeed } from "./write-feed.ts";

const head = {
  title: "辨真",
  description: "核查",
  siteUrl: "https://example.org/",
  links: {
    rss: "https://example.org/feed.xml?topic=food&verdict=false",
    atom: "https://example.org/atom.xml",
    json: "https://example.org/feed.json",
  },
  language: "zh-CN",
};
const item: FeedItem = {
  url: "https://example.org/debunks/1?a=1&b=2",
  title: "“<b>” & 'x' ]]> y",
  verdict: "不实",
  state: "已撤回",
  summary: "a < b",
  topic: "科普",
  publishedAt: "2024-01-01T00:00:00.000Z",
  updatedAt: "2024-01-03T00:00:00.000Z",
};

describe.each(["rss", "atom"] as const)("%s", (format) => {
  it("is well formed whatever the texts contain, and keeps a retracted notice that says so", () => {
    const feed = writeFeed(format, head, [item]);
    expect(feed).toContain("【不实 · 已撤回】");
    const outside = feed.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
    expect(outside).not.toContain("<b>");
    expect(outside).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#)/);
  });
});

it("changes the time of an Atom entry when it was corrected, and not its id", () => {
  const feed = writeFeed("atom", head, [item]);
  expect(feed).toContain("<updated>2024-01-03T00:00:00.000Z</updated>");
  expect(feed).toContain("<published>2024-01-01T00:00:00.000Z</published>");
});

it("is JSON Feed 1.1 too", () => {
  expect(JSON.parse(writeFeed("json", head, [item]))).toMatchObject({
    version: expect.stringContaining("jsonfeed.org/version/1"),
    items: [{ id: item.url, date_modified: item.updatedAt, date_published: item.publishedAt }],
  });
});
