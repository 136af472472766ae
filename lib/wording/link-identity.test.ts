import { describe, expect, it } from "vitest";
import { linkIdentity, postIdentity } from "./link-identity.ts";

describe("one page under several addresses", () => {
  it.each([
    ["HTTPS://Example.com//a//b/?b=2&a=1#top", "http://www.example.com/a/b?a=1&b=2&utm_source=x"],
    ["https://news.example.cn/新闻/1", "https://m.news.example.cn/%e6%96%b0%e9%97%bb/1/"],
    ["https://app.example.cn/#/news/1", "http://app.example.cn/#/news/1"],
    ["https://weibo.com/1234567890/z0JH2lOMb", "https://m.weibo.cn/detail/3501756485200075?from=timeline"],
    ["https://m.weibo.cn/status/3501756485200075", "https://weibo.com/1234567890/3501756485200075"],
    [
      "https://www.douyin.com/video/7412345678901234567",
      "https://www.iesdouyin.com/share/video/7412345678901234567/?region=CN",
    ],
    [
      "https://www.douyin.com/user/abc?modal_id=7412345678901234567",
      "https://www.douyin.com/note/7412345678901234567",
    ],
    ["https://www.bilibili.com/video/BV1xx411c7mD/?spm_id_from=333", "https://b23.tv/BV1xx411c7mD"],
    [
      "https://www.toutiao.com/article/7312345678901234567/",
      "https://m.toutiao.com/i7312345678901234567/?w2atif=1",
    ],
    [
      "https://www.xiaohongshu.com/explore/65a1b2c3000000001d00abcd?xsec_token=x",
      "https://www.xiaohongshu.com/discovery/item/65a1b2c3000000001d00abcd",
    ],
    [
      "https://mp.weixin.qq.com/s?__biz=MzA&amp;mid=1&amp;idx=2&amp;sn=f#rd",
      "http://mp.weixin.qq.com/s?sn=f&idx=2&mid=1&__biz=MzA&chksm=9&scene=21",
    ],
    ["https://www.zhihu.com/question/123/answer/456", "https://www.zhihu.com/answer/456"],
    ["https://youtu.be/dQw4w9WgXcQ?t=3", "https://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ"],
    ["https://twitter.com/a/status/123", "https://x.com/b/status/123?s=20"],
    ["https://c.pc.qq.com/middlem.html?pfurl=https%3A%2F%2Fnews.example.cn%2Fa%2F1", "news.example.cn/a/1"],
    ["https://link.zhihu.com/?target=https%3A//news.example.cn/a/1", "https://news.example.cn/a/1"],
  ])("%s and %s", (one, other) => {
    expect(linkIdentity(one)).toBe(linkIdentity(other));
    expect(linkIdentity(one)).not.toBeNull();
  });
});

it.each([
  ["https://gov.example.cn/doc?version=1", "https://gov.example.cn/doc?version=2"],
  ["https://gov.example.cn/doc?from=1", "https://gov.example.cn/doc?from=2"],
  ["https://app.example.cn/#/news/1", "https://app.example.cn/#/news/2"],
  ["https://mp.weixin.qq.com/s?__biz=MzA&mid=1&idx=1", "https://mp.weixin.qq.com/s?__biz=MzA&mid=1&idx=2"],
  ["https://a.example/A", "https://a.example/a"],
])("tells %s from %s", (one, other) => {
  expect(linkIdentity(one)).not.toBe(linkIdentity(other));
});

it.each([
  "https://www.baidu.com/",
  "baidu.com",
  "https://www.baidu.com/s?wd=地震",
  "https://so.example.cn/search?q=1",
  "https://passport.example.cn/",
  "https://news.example.cn/login?next=/a",
  "https://t.cn/A6abc",
  "https://v.douyin.com/abc/",
  "mailto:someone@example.com",
  "not a link",
])("sees nothing in particular in %s", (link) => {
  expect(linkIdentity(link)).toBeNull();
});

it("comes to an end on links within links", () => {
  const passOn = (link: string, _: unknown, at: number) => `https://h${at}.example/?u=${link}`;
  expect(linkIdentity(Array.from({ length: 60 }).reduce<string>(passOn, "https://b.example/x"))).toBe(
    "b.example/x",
  );
});

describe("a post", () => {
  it.each([
    ["https://weibo.com/1234567890/z0JH2lOMb?from=share", "weibo:3501756485200075"],
    ["https://www.douyin.com/user/abc?modal_id=7412345678901234567", "douyin:7412345678901234567"],
    ["https://link.zhihu.com/?target=https%3A//x.com/somebody/status/123", "x:123"],
    ["https://www.youtube.com/shorts/dQw4w9WgXcQ", "youtube:dQw4w9WgXcQ"],
  ])("of %s is named without its account", (link, post) => {
    expect(postIdentity(link)).toBe(post);
  });

  it.each([
    "https://weibo.com/u/1234567890",
    "https://weibo.com/n/somebody",
    "https://weibo.com/1234567890",
    "https://www.douyin.com/user/MS4wLjABAAAA",
    "https://space.bilibili.com/987654",
    "https://www.xiaohongshu.com/user/profile/5f0a1b2c0000000001001234",
    "https://www.zhihu.com/people/somebody",
    "https://www.toutiao.com/c/user/token/MS4wLjABAAAA/",
    "https://www.kuaishou.com/profile/3xabcdefgh",
    "https://x.com/somebody",
    "https://www.youtube.com/@somebody",
    "https://www.youtube.com/somebody-tv",
    "https://baijiahao.baidu.com/u?app_id=1612345678901234",
    "https://somebody.example.com/2026/11/30/a",
    "not a link",
  ])("is not what %s leads to", (link) => {
    expect(postIdentity(link)).toBeNull();
  });
});
