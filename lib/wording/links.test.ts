import { expect, it } from "vitest";
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

it("finds links between han and blanks them in place", () => {
  const text = "快看https://t.cn/A6abc，真的吗";
  expect(linksIn(text)).toEqual([{ url: "t.cn/A6abc", text: "https://t.cn/A6abc", start: 2, end: 20 }]);
  expect(withoutUrls(text)).toBe(`快看${" ".repeat(18)}，真的吗`);
});
