import { describe, expect, it } from "vitest";
import { findNotice, type ToFind } from "./find-notice.ts";
import { pageWords } from "./page-words.ts";

const slug = "20260301-7";
const site = "https://bz.example";
const pageOf = (address: string) => {
  const { origin, pathname } = new URL(address);
  return origin === site ? pathname.replace(/^\/en(?=\/)/, "") : null;
};

const version = (number: number, changes: Partial<ToFind["content"]> & Partial<ToFind> = {}): ToFind => {
  const { correctionKind = null, correctionNote = null, ...content } = changes;
  return {
    number,
    correctionKind: number === 1 ? null : (correctionKind ?? "correction"),
    correctionNote,
    content: {
      title: "“明天全城停水三天”？不实",
      titleEn: "Will the whole city lose water for three days? False",
      summary: "供水公司核实：只有两个小区因检修停水六小时。",
      points: [{ text: "检修公告只涉及两个小区。", evidence: [1] }],
      advice: "停水信息以供水公司公告为准。",
      ...content,
    },
  };
};
const first = version(1);
const second = version(2, { summary: "供水公司更正：有三个小区停水八小时。" });
const third = version(3, {
  ...second.content,
  correctionKind: "retraction",
  correctionNote: "消息来源有误，全文收回。",
});

const find = async (html: string, versions: readonly ToFind[] = [first, second]) =>
  findNotice(await pageWords(html), slug, versions, pageOf);

describe("a notice on a page", () => {
  it.each([
    [
      "its title and summary of the newest",
      `<h1>${second.content.title}</h1><p>${second.content.summary}</p>`,
      2,
    ],
    [
      "the older summary under the same title",
      `<h1>${first.content.title}</h1><p>${first.content.summary}</p>`,
      1,
    ],
    [
      "the older summary and the address that leads to the newest",
      `${first.content.title}${first.content.summary}<a href="${site}/debunks/${slug}">a</a>`,
      1,
    ],
    ["the title alone, which all versions have", `<h1>${first.content.title}</h1>`, 2],
    ["the English title", `<h1>${first.content.titleEn}</h1>`, 2],
    ["the title in other signs and traditional letters", "<p>「明天全城停水三天」?  不實</p>", 2],
    ["the title over several elements", "<p>“明天<b>全城</b>停水<span>三天</span>”？<em>不实</em></p>", 2],
    ["its address", `<a href="${site}/debunks/${slug}">看这里</a>`, 2],
    ["its English address", `<a href="${site}/en/debunks/${slug}?from=a#b">here</a>`, 2],
    ["its address in the text", `<p>详情：${site}/debunks/${slug}</p>`, 2],
    ["a frame", `<iframe src="${site}/embed/${slug}"></iframe>`, 2],
    ["the address of one version", `<a href="${site}/debunks/${slug}/versions/1">第一版</a>`, 1],
    ["the address of a version that there is not", `<a href="${site}/debunks/${slug}/versions/9">a</a>`, 2],
    [
      "a list of old and new sentences",
      `${first.content.title} ${first.content.summary} ${second.content.summary}`,
      2,
    ],
    ["nothing of it", "<p>今天天气很好，适合出门走走。</p>", null],
    ["a summary without a title", `<p>${first.content.summary}</p>`, null],
    ["the address of another notice", `<a href="${site}/debunks/${slug}0">a</a>`, null],
    ["the address on another site", `<a href="https://other.example/debunks/${slug}">a</a>`, null],
    [
      "its title in what nobody reads",
      `<script>${first.content.title}</script><style>${first.content.title}</style>`,
      null,
    ],
    ["its title in an attribute", `<p title="${first.content.title}">a</p>`, null],
  ])("is found by %s", async (_, html, expected) => {
    expect(await find(html)).toBe(expected);
  });

  it("that was retracted is shown by who says so, and by what leads to it", async () => {
    const all = [first, second, third];
    const words = `<h1>${second.content.title}</h1><p>${second.content.summary}</p>`;
    expect(await find(words, all)).toBe(2);
    expect(await find(`${words}<p>本文已撤回</p>`, all)).toBe(3);
    expect(await find(`${words}<p>${third.correctionNote}</p>`, all)).toBe(3);
    expect(await find(`<iframe src="${site}/embed/${slug}"></iframe>`, all)).toBe(3);
  });

  it("with a title that may stand anywhere is found by its address alone", async () => {
    const short = version(1, { title: "辟谣", titleEn: "" });
    expect(await find("<p>今日辟谣</p>", [short])).toBeNull();
    expect(await find(`<a href="${site}/debunks/${slug}">辟谣</a>`, [short])).toBe(1);
  });
});
