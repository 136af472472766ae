import { expect, it } from "vitest";
import { refreshSearched } from "#lib/matching/search/searched-texts";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { listDebunks } from "./queries.ts";
import { searchDebunks } from "./search-debunks.ts";

const publish = (wording: string, topicId = "health") => seedClaim({ wording, topicId, status: "published" });

const slugsOf = (cards: readonly { slug: string }[]) => cards.map(({ slug }) => slug);

it("leaves out what shares less than a third of the question's words", async () => {
  await publish("岷江水位今晚超过警戒线。");
  const most = await publish("岷江水位暴涨，沿江小区今晚紧急撤离。");
  await publish("喝板蓝根能预防登革热。");
  const found = await searchDebunks("岷江水位暴涨，小区要紧急撤离", { limit: 10 });
  expect(slugsOf(found)).toEqual([most.debunk?.slug]);
});

it("puts the notice that shares most words first, then the newer one", async () => {
  const one = await publish("青城山索道停运三天。");
  const two = await publish("青城山索道停运检修。");
  const found = await searchDebunks("青城山索道停运三天", { limit: 10 });
  expect(slugsOf(found)).toEqual([one.debunk?.slug, two.debunk?.slug]);
  const both = await searchDebunks("青城山索道", { limit: 10 });
  expect(slugsOf(both)).toEqual([two.debunk?.slug, one.debunk?.slug]);
});

it("searches among the notices that a filter leaves", async () => {
  const health = await publish("猕猴桃蘸醋吃会中毒。", "health");
  await publish("猕猴桃蘸醋吃会中毒，多人住院。", "food");
  const found = await searchDebunks("猕猴桃蘸醋", { topic: "health", limit: 10 });
  expect(slugsOf(found)).toEqual([health.debunk?.slug]);
});

it.each([
  ["the place", "米易", 0],
  ["what lies above it", "攀枝花", 0],
  ["pinyin", "liulian", 0],
  ["first letters", "tyn", 1],
  ["a character that sounds the same", "留莲", 0],
  ["a figure for a numeral", "5天", 1],
  ["English with a typo", "duriam", 0],
])("finds a notice by %s: %s", async (_, question, which) => {
  const durian = {
    wording: "榴莲和螃蟹同吃会中毒。",
    topicId: "food",
    status: "published",
    places: ["510421"],
  } as const;
  const [one, two] = [await seedClaim(durian), await publish("太阳能热水器停产五天。")];
  await db.debunk.update({ where: { claimId: one.id }, data: { titleEn: "Durian with crab" } });
  await refreshSearched([one.id]);
  const found = slugsOf(await searchDebunks(question, { limit: 10 }));
  expect(found[0]).toBe((which === 0 ? one : two).debunk?.slug);
});

it("finds what was published a moment ago", async () => {
  expect(await searchDebunks("独角兽", { limit: 10 })).toEqual([]);
  const unicorn = await publish("卧龙保护区拍到独角兽。");
  expect(slugsOf(await searchDebunks("独角兽", { limit: 10 }))).toEqual([unicorn.debunk?.slug]);
});

it("pages through a list without a gap or a repetition", async () => {
  const all = slugsOf((await listDebunks({ limit: 100 })).items);
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDebunks({ limit: 2, cursor });
    paged.push(...slugsOf(page.items));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(paged).toEqual(all);
});
