import fc from "fast-check";
import { expect, it } from "vitest";
import { normalise, normalised } from "./normalise.ts";

it.each([
  ["full width", "ＡＢＣ１２３", "abc123"],
  ["traditional characters", "過去超市的酸奶", "过去超市的酸奶"],
  ["a character of several simplified forms, always the same", "著名 着名", "着名着名"],
  ["invisible characters", "口\u200b罩\u2060消\ufeff毒", "口罩消毒"],
  ["spaces and dots between han", "过 去·超 市", "过去超市"],
  ["spaces between words", "hello  world", "hello world"],
  ["Cyrillic in a Latin word", "СОVID", "covid"],
  ["radicals that look like characters", "进⼝口罩", "进口口罩"],
  ["an emoji for a comma", "口罩😱消毒", "口罩\n消毒"],
  ["accents", "café", "cafe"],
  ["circled figures", "①②", "12"],
  ["a date in words", "二〇二〇年六月十二日", "2020年6月12日"],
  ["amounts in words", "三千五百人和两万元", "3500人和20000元"],
  ["figures with powers", "3万5千元和1.5亿", "35000元和150000000"],
  ["percent in words", "百分之三十的人", "30%的人"],
  ["thousands separators and points", "1,000例 3.5元", "1000例3.5元"],
  ["words that look like numbers", "千万不要，万一十分一些", "千万不要\n万一十分一些"],
  ["a guess, not a number", "三四个人，几十人", "三四个人\n几十人"],
  ["nothing", "", ""],
  ["only marks", "！？。…", ""],
])("reads %s", (_, source, text) => {
  expect(normalised(source)).toBe(text);
});

it("remembers where each unit came from", () => {
  const source = "快看！過\u200b去三千五百人";
  const { text, from, to } = normalise(source);
  const at = text.indexOf("3500");
  expect(source.slice(from[at], to[at + 3])).toBe("三千五百");
  expect(source.slice(from[text.indexOf("过")], to[text.indexOf("去")])).toBe("過\u200b去");
});

it("changes nothing that it made", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (source) => {
      const { text, from, to } = normalise(source);
      expect(from).toHaveLength(text.length);
      expect(to).toHaveLength(text.length);
      expect(from.every((start, at) => start <= (to[at] ?? 0))).toBe(true);
      expect(text).not.toMatch(/^[\n ]|[\n ]$|[\n ]{2}/u);
    }),
  );
});

it("reads a text alike however it is disturbed", () => {
  const han = fc.string({
    unit: fc.constantFrom(..."网传口罩消毒酒精预防新冠病毒成都地震水库决堤食物中毒"),
    minLength: 1,
    maxLength: 60,
  });
  const noise = fc.constantFrom("\u200b", " ", "·", "\ufe0f", "\u2060");
  fc.assert(
    fc.property(han, noise, (text, mark) => {
      expect(normalised([...text].join(mark))).toBe(normalised(text));
    }),
  );
});
