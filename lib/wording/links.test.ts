import { describe, expect, it } from "vitest";
import { canonicalUrl, linksIn, withoutUrls } from "./links.ts";

it.each([
  ["https://m.weibo.cn/status/123?from=timeline&utm_source=x", "weibo.com/status/123"],
  ["http://www.weibo.com/status/123/", "weibo.com/status/123"],
  ["HTTPS://Example.com//a//b/?b=2&a=1#top", "example.com/a/b?a=1&b=2"],
  [
    "https://mp.weixin.qq.com/s?__biz=MzA&mid=1&idx=2&sn=f&chksm=9&scene=21",
    "mp.weixin.qq.com/s?__biz=MzA&idx=2&mid=1&sn=f",
  ],
  ["https://youtu.be/dQw4w9WgXcQ?t=3", "youtube.com/watch?v=dQw4w9WgXcQ"],
  ["https://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ", "youtube.com/watch?v=dQw4w9WgXcQ"],
  ["t.cn/A6abc", "t.cn/A6abc"],
  ["https://t.cn/A6ABC", "t.cn/A6ABC"],
  ["mailto:someone@example.com", null],
  ["not a link", null],
])("%s → %s", (link, canonical) => {
  expect(canonicalUrl(link)).toBe(canonical);
});

describe("linksIn", () => {
  it.each([
    ["between han", "快看https://t.cn/A6abc，真的吗", ["https://t.cn/A6abc"]],
    ["with han at its end", "快看https://t.cn/A6abc真的吗", ["https://t.cn/A6abc"]],
    ["with han in its path", "见 https://baike.example/item/地震 一文", ["https://baike.example/item/地震"]],
    ["with talk after a slash", "https://v.douyin.com/abc/复制此链接，打开", ["https://v.douyin.com/abc/"]],
    [
      "among the words of an app",
      "8.99 复制打开抖音，看看 https://v.douyin.com/abc/ 【某某的作品】",
      ["https://v.douyin.com/abc/"],
    ],
    [
      "after one another",
      "https://a.example/1\nhttps://b.example/2",
      ["https://a.example/1", "https://b.example/2"],
    ],
    [
      "with a full stop",
      "See (https://a.example/b), or https://a.example/c.",
      ["https://a.example/b", "https://a.example/c"],
    ],
    ["with brackets of its own", "https://en.example/wiki/A_(b)", ["https://en.example/wiki/A_(b)"]],
    ["in capitals", "HTTPS://Example.ORG/a", ["HTTPS://Example.ORG/a"]],
    [
      "without a scheme, alone in its line",
      "看这个\n example.org/page \n103.21.4.5/a",
      ["https://example.org/page", "https://103.21.4.5/a"],
    ],
    ["without a scheme, among words", "see example.org/page", []],
    ["that is being typed", "https://exam", []],
    ["with a password", "https://a:b@c.example/", []],
    ["to something else", "mailto:someone@example.com javascript:alert(1)", []],
    ["that is a date, a number or a name", "2024.05.12\n3.5\n1,000.00\n某某.某某", []],
    ["nowhere", "不是链接", []],
  ])("finds a link %s", (_, text, addresses) => {
    expect(linksIn(text).map(({ address }) => address)).toEqual(addresses);
  });

  it("tells where a link stands", () => {
    const text = "快看https://t.cn/A6abc，真的吗\n example.org/a ";
    expect(linksIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "https://t.cn/A6abc",
      "example.org/a",
    ]);
    expect(withoutUrls(text)).toBe(`快看${" ".repeat(18)}，真的吗\n example.org/a `);
  });

  it.each(["https://", "a.", "http://a.b/", "a.b\n", "/地", "1."])(
    "comes to an end on a text of %j",
    (piece) => {
      expect(linksIn(piece.repeat(20_000 / piece.length)).length).toBeGreaterThanOrEqual(0);
    },
  );
});
