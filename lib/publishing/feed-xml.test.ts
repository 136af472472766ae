import { describe, expect, it } from "vitest";
import { type FeedItem, toAtom, toRss } from "./feed-xml.ts";

const head = {
  title: "辨真",
  description: "核查",
  siteUrl: "https://example.org/",
  feedUrl: "https://example.org/feed.xml",
  language: "zh-CN",
};
const item: FeedItem = {
  url: "https://example.org/debunks/1?a=1&b=2",
  title: "“<b>” & 'x'",
  verdict: "不实",
  state: "已撤回",
  summary: "a < b",
  topic: "科普",
  publishedAt: "2024-01-01T00:00:00.000Z",
  updatedAt: "2024-01-03T00:00:00.000Z",
};

describe.each([
  ["RSS", toRss],
  ["Atom", toAtom],
])("%s", (_, write) => {
  it("escapes what the texts contain", () => {
    const feed = write(head, [item]);
    expect(feed).toContain("&lt;b&gt;");
    expect(feed).toContain("a=1&amp;b=2");
    expect(feed).not.toContain("<b>");
  });

  it("keeps a retracted notice and says so", () => {
    expect(write(head, [item])).toContain("【不实 · 已撤回】");
  });
});
