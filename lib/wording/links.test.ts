import { describe, expect, it } from "vitest";
import { linksIn, withoutUrls } from "./links.ts";

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
    [
      "of a known site without a scheme",
      "看看mp.weixin.qq.com/s/AbC真的吗",
      ["https://mp.weixin.qq.com/s/AbC"],
    ],
    ["before a closing bracket", "「https://a.example/x」里说", ["https://a.example/x"]],
    [
      "before dots and a hand",
      "https://a.example/x…… https://a.example/y👈🏻点这里",
      ["https://a.example/x", "https://a.example/y"],
    ],
    ["glued to another", "http://t.cn/aaahttp://t.cn/bbb", ["http://t.cn/aaa", "http://t.cn/bbb"]],
    [
      "that passes on to another",
      "https://a.example/?to=https://b.example/1",
      ["https://a.example/?to=https://b.example/1"],
    ],
    ["with its scheme twice", "https://https://a.example/x", ["https://a.example/x"]],
    [
      "in full-width letters",
      "看https：//ｎｅｗｓ．example．cn／a／1，真的",
      ["https://news.example.cn/a/1"],
    ],
    ["with something invisible in it", "https://a.ex\u200bample/x\u200b 求证", ["https://a.example/x"]],
    ["copied from a source text", "https://a.example/x?b=1&amp;c=2", ["https://a.example/x?b=1&c=2"]],
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
