import fc from "fast-check";
import { expect, it } from "vitest";
import demo from "../../prisma/seed/data/demo-claims.json" with { type: "json" };
import { MatchIndex } from "./match-index.ts";
import { thresholds } from "./score.ts";

/** As many as a new installation has. */
const index = new MatchIndex();
for (const { claim, reports } of demo) {
  index.add({
    id: claim,
    kind: "claim",
    texts: { title: claim, aliases: reports.map(({ text }) => text) },
  });
}
const isSame = (text: string) => index.search({ text }, 1)[0]?.level === "same";

it.each([
  "喝听装的饮料前一定要用自来水和肥皂把拉环附近洗干净，因为上面有可能残留有干了的老鼠尿",
  "近日，网传蕨菜里含“原蕨苷”，这是一种致癌物质，可能导致食道癌、胃癌的发病率变高",
  "这图太魔性了，谁能告诉我这三个人是谁，哈哈。关注后方可评论。",
])("does not take the best of them for the same as %s", (text) => {
  expect(isSame(text)).toBe(false);
});

it.each([
  "公交车等了五十分钟不来，上班迟到扣钱，能不能加车",
  "明天家长会是几点，在哪个教室",
  "今天超市鸡蛋打折，五块九一斤",
  "今天高速上堵了三个小时，回到家饭都冷了",
  "孩子学校的食堂越来越难吃，价格还涨了",
  "明早七点半在地铁口集合，别忘了带水杯",
  "业主群里通知，三单元电梯下周检修一天",
  "手机没有信号了，应该打哪个电话报修",
  "下周一银行放假吗，想去办张卡",
  "水库钓鱼需要办什么证",
  "高速",
  "两个黄鹂鸣翠柳，一行白鹭上青天",
])("suggests nothing for everyday words: %s", (text) => {
  expect(index.search({ text }).filter(({ score }) => score >= thresholds.shown)).toEqual([]);
});

it("gives a question about the same chance among few entries as among many", () => {
  const [few, many] = [new MatchIndex(), new MatchIndex()];
  const publish = (index: MatchIndex, title: string) =>
    index.add({ id: title, kind: "debunk", texts: { title } });
  for (const { claim } of demo) for (const index of [few, many]) publish(index, claim);
  for (const place of ["青岛", "温州", "洛阳", "桂林", "大同", "赣州", "丽水", "衡阳", "延安", "包头"])
    for (const thing of [
      "体育馆",
      "动物园",
      "图书馆",
      "火锅店",
      "植物园",
      "码头",
      "夜市",
      "剧院",
      "古镇",
      "滑雪场",
    ])
      for (let year = 1995; year < 2025; year++) publish(many, `${place}的${thing}${year}年换了招牌`);
  const chanceOf = (index: MatchIndex, text: string) => index.rank(index.ask(text), 1)[0]?.score ?? 0;
  for (const text of [
    "三星堆挖出了外星人的东西",
    "折耳根吃多了要得癌",
    "藿香正气水和头孢一起吃会死人吗",
    "江里死了好多鱼，自来水有毒不能喝",
    "周末一起去爬山，我开车",
    "妈妈今天加班，晚饭你们先吃",
  ]) {
    expect(Math.abs(chanceOf(few, text) - chanceOf(many, text)), text).toBeLessThan(0.3);
  }
});

it("takes no open question for what is claimed", () => {
  expect(isSame("农村自建房明年可以盖几层")).toBe(false);
});

it("takes no nonsense for a claim", () => {
  const han = fc.integer({ min: 0x4e00, max: 0x61ff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(han, { minLength: 20, maxLength: 20 }), (characters) => {
      expect(isSame(characters.join(""))).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

it("still answers what says the same", () => {
  const [first] = demo;
  expect(isSame(`紧急！${first?.claim}，转发给更多人`)).toBe(true);
});
