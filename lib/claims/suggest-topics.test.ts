import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topicOf } from "#seed/routes";
import { topicRows } from "#seed/topics";
import { countVotes } from "./list-topic-votes.ts";
import { suggestTopics } from "./suggest-topics.ts";

const topics = topicRows.map(({ id }) => topicOf(id));
const topicsOf = (text: string) => suggestTopics([text], topics).map(({ topicId }) => topicId);

it.each([
  ["水库要溃坝了，下游快跑", "natural-disaster"],
  ["菜市场有人持刀砍人", "public-safety"],
  ["医生说这个偏方能治高血压", "health"],
  ["粉条里加了塑料和色素", "food"],
  ["下个月水费和电费都要涨价", "livelihood"],
  ["高考延期，考生家长都知道了", "education"],
  ["高速封路，收费站关了", "transport"],
  ["点链接领红包，钱被转账转走了", "finance-fraud"],
  ["直播间清仓，厂家倒闭，包治百病", "false-marketing"],
  ["孤儿太可怜了，求扩散", "staged-hardship"],
  ["红头文件：下月起罚款", "policy"],
  ["太阳风暴的辐射影响地球磁场", "science"],
  ["市长讲话的视频是AI换脸合成的", "ai-fake"],
  ["上游排污，河水发臭都是死鱼", "environment"],
  ["古镇景区门票翻倍，游客不让进", "culture-tourism"],
  ["养猪场闹猪瘟，死猪成堆", "agriculture"],
  ["楼盘烂尾，开发商跑了，房价大跌", "housing"],
  ["预言说世界末日，半夜闹鬼", "other"],
])("%s is most likely of %s", (text, topicId) => {
  expect(topicsOf(text)[0]).toBe(topicId);
});

it("quotes the words of the text as they stand there, the most telling first", () => {
  const [first] = suggestTopics(["这段ＡＩ换脸的视频"], topics);
  expect(first).toMatchObject({ topicId: "ai-fake", keywords: ["ＡＩ换脸", "视频"] });
});

it("takes the longest of words that overlap, and no part of a word in letters", () => {
  expect(suggestTopics(["菜市场有煤气爆炸"], topics)[0]?.keywords).toEqual(["煤气爆炸"]);
  expect(suggestTopics(["mail from Spain"], topics)[0]?.keywords).toEqual([]);
});

it("guesses three topics of anything, with nothing but words of the text", () => {
  const words = topicRows.flatMap(({ keywords, weakKeywords }) => [...keywords, ...weakKeywords]);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string())), (parts) => {
      const text = parts.join("");
      const guesses = suggestTopics([text], topics);
      expect(new Set(guesses.map(({ topicId }) => topicId)).size).toBe(3);
      for (const { keywords } of guesses) for (const word of keywords) expect(text).toContain(word);
    }),
  );
});

it("says that a claim of no topic's words may be of another one", () => {
  expect(suggestTopics(["隔壁的事是真的吗"], topics)[0]).toEqual({
    topicId: "other",
    keywords: [],
    alike: 0,
  });
});

describe("claims that people gave a topic", () => {
  const said = (shared: number, topicId = "environment") => ({ topicId, shared });

  it("speak for it where the words say nothing, and beside a word that hints", () => {
    const guess = (text: string, shared: number) =>
      suggestTopics([text], topics, countVotes([said(shared)]))[0];
    expect(guess("隔壁的事是真的吗", 0.4)).toEqual({ topicId: "environment", keywords: [], alike: 1 });
    expect(guess("隔壁的老人", 0.8)?.topicId).toBe("environment");
    expect(guess("菜市场有人持刀砍人，伤亡不明", 0.4)?.topicId).toBe("public-safety");
  });

  it("say more the more they have in common, and not without end", () => {
    const weight = (...all: number[]) =>
      countVotes(all.map((shared) => said(shared))).get("environment")?.weight ?? 0;
    expect(weight(0.3)).toBeLessThan(weight(0.6));
    expect(weight(0.6)).toBeLessThan(weight(0.6, 0.6));
    expect(weight(...Array.from({ length: 12 }, () => 1))).toBe(2.5);
    expect(countVotes([{ topicId: null, shared: 1 }]).size).toBe(0);
  });
});
