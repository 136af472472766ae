import { beforeAll, expect, it } from "vitest";
import { SearchIndex } from "./search-index.ts";

const index = new SearchIndex();
const texts: Record<
  string,
  { title: string; english?: string; place?: string[]; above?: string[]; body?: string }
> = {
  bridge: { title: "“宜宾南溪长江大桥封闭七天”？不实", english: "Bridge closed for seven days? False" },
  peach: {
    title: "桃子打蜡会中毒？误区",
    english: "Waxed peaches are poisonous? Misleading",
    place: ["乐至县", "Lezhi"],
    above: ["资阳市", "Ziyang"],
  },
  pepper: {
    title: "吃藤椒油能治疗胃病？没有依据",
    place: ["洪雅县", "Hongya"],
    above: ["眉山市", "Meishan"],
  },
  cow: { title: "耗牛肉干都是假的？不实", body: "市场监管部门抽检了二十批次牦牛肉干。" },
  flood: { title: "青衣江发大水冲走客车？旧视频", place: ["雅安市", "Ya'an"] },
  tunnel: { title: "二郎山隧道起火三人被困？不实", english: "Fire in the Erlangshan tunnel? False" },
  water: { title: "城南片区停水两天？属实", body: "供水公司检修管道。" },
  dog: { title: "养犬证年底全部作废？不实" },
};

beforeAll(() => {
  for (const [id, { title, english = "", place = [], above = [], body = "" }] of Object.entries(texts))
    index.put({ id, titles: [title, english], places: place, above, body });
});

const first = (question: string) => index.find(question)[0]?.id;

it.each([
  ["a word", "隧道", "tunnel"],
  ["one of another meaning's words", "洪灾", "flood"],
  ["an everyday word", "断水", "water"],
  ["the name of a place", "雅安", "flood"],
  ["the name of what lies above a place", "眉山", "pepper"],
  ["a place in pinyin", "lezhi", "peach"],
  ["pinyin", "tengjiao", "pepper"],
  ["pinyin as some people hear it", "tenjiaoyou", "pepper"],
  ["first letters", "els", "tunnel"],
  ["first letters of more", "yqz", "dog"],
  ["what sounds the same", "腾椒油", "pepper"],
  ["one character mistyped", "二朗山", "tunnel"],
  ["one character that sounds otherwise", "长红大桥", "bridge"],
  ["a single character", "蜡", "peach"],
  ["traditional characters", "養犬證", "dog"],
  ["figures for numerals", "7天", "bridge"],
  ["numerals for figures", "停水2天", "water"],
  ["English", "peaches", "peach"],
  ["English with a typo", "tunel", "tunnel"],
  ["English in another number", "bridges", "bridge"],
  ["a question in English", "Is it true that the bridge is closed", "bridge"],
  ["two words", "牛肉干 抽检", "cow"],
  ["blanks between the characters", "二 郎 山", "tunnel"],
  ["a question", "听说养狗的犬证年底就作废了是真的吗", "dog"],
])("finds %s: %s", (_, question, id) => {
  expect(first(question)).toBe(id);
});

it.each([
  "是真的吗",
  "听说是真的吗",
  "elszzx",
  "qqelszz",
  "比特币",
  "今天天气怎么样",
  "！",
  " ",
  "qqq",
  "Is it true?",
])("finds nothing for %j", (question) => {
  expect(index.find(question)).toEqual([]);
});

it("counts the rarer word more", () => {
  const one = new SearchIndex();
  for (let at = 0; at < 20; at++)
    one.put({ id: `common-${at}`, titles: [`学校门口第${at}号通知`], places: [], above: [], body: "" });
  one.put({ id: "rare", titles: ["食堂换了蒸柜"], places: [], above: [], body: "" });
  expect(one.find("学校 蒸柜")[0]?.id).toBe("rare");
});

it("puts what lies in a place before what lies below it", () => {
  const one = new SearchIndex();
  one.put({ id: "below", titles: ["一"], places: ["江阳区"], above: ["泸州市"], body: "" });
  one.put({ id: "a-place", titles: ["二"], places: ["泸州市"], above: [], body: "" });
  expect(one.find("泸州").map(({ id }) => id)).toEqual(["a-place", "below"]);
});

it("knows what was put last, and nothing of what was removed, however often that happens", () => {
  const one = new SearchIndex();
  for (let at = 0; at < 2500; at++)
    one.put({ id: "one", titles: [`第${at}稿：蜂蜜`], places: [], above: [], body: "" });
  expect(one.find("蜂蜜")).toHaveLength(1);
  expect(one.find("2499稿")).toHaveLength(1);
  expect(one.find("1200稿").length).toBeLessThanOrEqual(1);
  one.remove("one");
  expect(one.find("蜂蜜")).toEqual([]);
  expect(one.size).toBe(0);
});

it("takes no longer for a long search than for a short one, beyond measure", () => {
  expect(() => index.find("山洪".repeat(5000))).not.toThrow();
  expect(() => index.find("zhongguo".repeat(500))).not.toThrow();
});
