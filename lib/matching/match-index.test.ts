import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "./match.ts";
import { MatchIndex } from "./match-index.ts";

const debunk = (
  id: string,
  title: string,
  more: Partial<Entry["texts"]> = {},
  urls: string[] = [],
): Entry => ({
  id,
  kind: "debunk",
  texts: { title, ...more },
  urls,
});

const known = [
  debunk("salt", "吃加碘盐可以预防核辐射", { body: "碘盐中的碘含量很低，达不到阻断放射性碘的剂量。" }),
  debunk("dam", "都江堰上游水库大坝出现裂缝即将溃坝", {
    body: "水利部门核实，大坝运行正常，监测数据没有异常。",
  }),
  debunk("water", "德阳明天起全城停水三天请大家储水", { body: "供水公司表示没有停水计划。" }),
  debunk("garlic", "生吃大蒜可以杀死肠道里的幽门螺旋杆菌", {
    body: "没有证据表明大蒜能治疗幽门螺旋杆菌感染。",
  }),
  debunk("child", "人贩子开面包车在学校门口抢孩子", { body: "警方核实没有接到此类报警。" }, [
    "https://weibo.com/status/77",
  ]),
  debunk("quake", "专家预测下周成都将发生七级地震", {
    body: "地震目前无法准确预测。",
    aliases: ["下星期成都要地震"],
  }),
];

function filled(entries: readonly Entry[] = known): MatchIndex {
  const index = new MatchIndex();
  for (const entry of entries) index.add(entry);
  return index;
}

it.each([
  [
    "a message that quotes the claim",
    "【紧急通知】家人们！刚刚收到消息，德阳明天起全城停水三天请大家储水，收到请转发！",
    "water",
  ],
  ["traditional characters", "生吃大蒜可以殺死腸道裡的幽門螺旋桿菌嗎", "garlic"],
  [
    "invisible characters",
    "人贩\u200b子开\u200b面包\u200b车在\u200b学校\u200b门口\u200b抢孩\u200b子",
    "child",
  ],
  ["a wording of its own", "有人说盐里的碘能防辐射", "salt"],
  ["a confirmed wording", "下星期成都要地震？", "quake"],
])("finds the claim in %s", (_, text, id) => {
  expect(filled().search({ text })[0]?.id).toBe(id);
});

it("says where in the question the shared words are", () => {
  const text = "请问：都江堰水库大坝出現裂縫了吗";
  const [match] = filled().search({ text });
  expect(match?.id).toBe("dam");
  for (const { text: words, start, end } of match?.why ?? []) expect(text.slice(start, end)).toBe(words);
  expect(match?.why.map(({ text: words }) => words).join("")).toContain("水库大坝出現裂縫");
});

it("calls a short question the same only when it is equal", () => {
  const index = filled();
  expect(index.search({ text: "下星期成都要地震" })[0]?.level).toBe("same");
  expect(index.search({ text: "成都要地震" })[0]?.level).not.toBe("same");
});

it("takes a notice and its claim for the same, whatever frame stands around them", () => {
  const [title, wording] = ["“自来水里有红虫”？不实", "简阳多个小区的自来水放出红色线虫"];
  const index = filled([...known, debunk("worms", title, { wording })]);
  for (const text of [
    "自来水里有红虫",
    "求证：自来水里有红虫是真的吗",
    wording,
    `紧急通知：${wording}，速转！`,
  ]) {
    expect(index.search({ text })[0]).toMatchObject({ id: "worms", level: "same" });
  }
  expect(index.search({ text: "资阳多个小区的自来水放出红色线虫" })[0]?.level).toBe("similar");
});

it("never calls a question the same that says too little, even in the claim's own words", () => {
  const index = filled([...known, debunk("few", "停水")]);
  expect(index.search({ text: "停水了吗" })[0]).toMatchObject({ id: "few", level: "similar" });
});

it("lets no notice answer who tells of casualties where lives are at stake", () => {
  const text = "都江堰上游水库大坝出现裂缝即将溃坝";
  const level = (isGrave: boolean, more: string, kind: Entry["kind"] = "debunk") =>
    filled([{ ...debunk("dam", text), isGrave, kind }]).search({ text: `${text}${more}` })[0]?.level;
  expect(level(true, "")).toBe("same");
  expect(level(true, "，已经有人受伤")).toBe("similar");
  expect(level(false, "，已经有人受伤")).toBe("same");
  expect(level(true, "，已经有人受伤", "claim")).toBe("same");
});

it("never calls another town's rumor the same", () => {
  expect(filled().search({ text: "绵阳明天起全城停水三天请大家储水" })[0]).toMatchObject({
    id: "water",
    level: "similar",
  });
});

it("knows a link whatever it was shared with", () => {
  const text = "看这个 https://m.weibo.cn/status/77?utm_source=wechat";
  expect(filled().search({ text })[0]).toMatchObject({ id: "child", level: "same", score: 1 });
  expect(filled().search({ urls: ["http://weibo.com/status/77/"] })[0]?.id).toBe("child");
});

describe("a link", () => {
  const article = "https://news.example.cn/a/10086";
  const index = filled([
    ...known,
    debunk("tea", "隔夜茶喝了会中毒", { aliases: [`隔夜茶喝了会中毒 ${article}`] }),
    debunk("pipes", "老城区自来水管道下周全部换成铅管", {}, [
      "https://www.example.cn/",
      "https://a.example.cn/live",
    ]),
    debunk("metro", "地铁三号线今后每周三停运检修一整天", {}, ["https://a.example.cn/live"]),
  ]);

  it.each([`${article} 真的吗`, `帮我看看这个 ${article}`, `喝隔夜茶是不是会中毒${article}`])(
    "that stands in a text answers beside words that say nothing else: %s",
    (text) => expect(index.search({ text })[0]).toMatchObject({ id: "tea", level: "same" }),
  );

  it.each(["隔夜茶喝了不会中毒，没有毒", "下周六体育馆的演唱会已经取消不退票款"])(
    "is no proof against the words beside it: %s",
    (words) => {
      const found = index.search({ text: words, urls: [article] }).find(({ id }) => id === "tea");
      expect(found).toMatchObject({ level: "similar" });
    },
  );

  it.each(["https://www.example.cn", "https://a.example.cn/live"])(
    "to the front of a site, or to a page that stands with several claims, says nothing: %s",
    (url) => {
      const text = "请问高铁票明年春运开始统一涨价一倍对不对";
      expect(index.search({ text, urls: [url] })).toEqual(index.search({ text }));
    },
  );
});

it("finds each of several claims in one message", () => {
  const text = "群里说专家预测下周成都将发生七级地震，还说都江堰上游水库大坝出现裂缝即将溃坝，大家小心";
  const found = filled()
    .search({ text })
    .map(({ id }) => id);
  expect(found.slice(0, 2).toSorted()).toEqual(["dam", "quake"]);
});

it("finds nothing in nothing", () => {
  const index = filled();
  for (const text of ["", "   ", "！？", "😀", "\u0000\u0001\u0002"])
    expect(index.search({ text })).toEqual([]);
  expect(new MatchIndex().search({ text: "生吃大蒜" })).toEqual([]);
});

it("forgets what is removed and replaces what is added again", () => {
  const index = filled();
  index.remove("garlic");
  expect(index.search({ text: "生吃大蒜可以杀死肠道里的幽门螺旋杆菌" }).map(({ id }) => id)).not.toContain(
    "garlic",
  );
  index.add(debunk("dam", "喝自来水会得结石病的说法"));
  expect(index.search({ text: "喝自来水会得结石病的说法" })[0]?.id).toBe("dam");
  expect(index.size).toBe(known.length - 1);
});

it("stays right through many changes", () => {
  const index = filled();
  for (let round = 0; round < 1500; round++) index.add(debunk("moving", `第${round}号传言说河水变成红色`));
  expect(index.size).toBe(known.length + 1);
  expect(index.search({ text: "专家预测下周成都将发生七级地震" })[0]?.id).toBe("quake");
});

it("bears any text", () => {
  const index = filled();
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      for (const { score, why } of index.search({ text })) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const { start, end, text: words } of why) expect(text.slice(start, end)).toBe(words);
      }
    }),
  );
});

it("takes a text for being about ten known links at most", () => {
  const index = new MatchIndex();
  const links = Array.from({ length: 30 }, (_, number) => `https://news.example.cn/a/${number}`);
  for (const [number, link] of links.entries())
    index.add({ id: `${number}`, kind: "claim", texts: { title: `第${number}条` }, urls: [link] });
  const ids = index.search({ text: links.join(" ") }, 30).map(({ id }) => id);
  expect(ids.toSorted((one, other) => Number(one) - Number(other))).toEqual(
    Array.from({ length: 10 }, (_, number) => `${number}`),
  );
});
