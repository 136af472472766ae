import { expect, it } from "vitest";
import type { QueueFilter } from "#lib/claims/schema";
import { refreshSearched } from "#lib/matching/search/searched-texts";
import { encodeCursor } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { MOST_AT_ONCE } from "#lib/routing/schema";
import { seedClaim } from "#seed/claims";
import { seedUpload } from "#seed/uploads";
import { listQueue } from "./list-queue.ts";
import { readFilter } from "./read-filter.ts";

it.each([
  ["words", "索道 停运"],
  ["pinyin", "suodao"],
  ["a typo", "锁道停运"],
  ["the place", "峨眉山"],
  ["a figure", "9天"],
  ["one han", "索"],
  ["first letters", "jdsd"],
  ["another character that sounds the same", "金鼎索道"],
  ["what lies above the place", "乐山"],
  ["English with a typo", "cablewai"],
])("finds claims by %s, the best first: %s", async (_, q) => {
  const claim = await seedClaim({ wording: "金顶索道 cableway 停运九天。", places: ["511181"] });
  await seedClaim({ wording: "青羊宫停止售票。" });
  const { items } = await listQueue(claim.actors.moderator, { view: "all", q });
  expect(items[0]?.wording).toMatch(/^金顶索道/);
});

it("finds a claim by the words of a picture that its report brought, and by a number typed wide", async () => {
  const claim = await seedClaim({ wording: "只有一张截图的线索。", reports: [{ text: "图里说的是真的吗" }] });
  const uploadId = await seedUpload({ reportId: claim.reports[0]?.id ?? "" });
  await db.uploadText.upsert({
    where: { uploadId },
    create: { uploadId, state: "read", text: "凤凰山足球场草坪下埋着恐龙蛋", seen: {}, readAt: new Date() },
    update: { state: "read", text: "凤凰山足球场草坪下埋着恐龙蛋" },
  });
  await refreshSearched([claim.id]);
  const ids = async (q: string) =>
    (await listQueue(claim.actors.moderator, { view: "all", q })).items.map(({ id }) => id);
  expect(await ids("恐龙蛋")).toEqual([claim.id]);
  const { number } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  const wide = String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  expect((await ids(`＃${wide}`))[0]).toBe(claim.id);
});

it("is narrowed by several values of a kind at once", async () => {
  const topicIds = ["food", "natural-disaster", "education"];
  const [food, disaster, education] = await Promise.all(topicIds.map((topicId) => seedClaim({ topicId })));
  if (!food) throw new Error("nothing was seeded");
  const found = async (filter: Partial<QueueFilter>) =>
    (await listQueue(food.actors.moderator, { view: "new", ...filter })).items.map(({ id }) => id);
  const some = await found({ topic: ["food", "natural-disaster"] });
  expect(some).toEqual(expect.arrayContaining([food.id, disaster?.id]));
  expect(some).not.toContain(education?.id);
  expect(await found({ topic: ["food"], urgency: ["P0"], status: ["received", "triaged"] })).toEqual([]);
});

it.each([
  [{ view: "open", topic: ["a", "b"], urgency: "P0" }, true],
  [{ view: ["open", "new"] }, false],
  [{ urgency: ["P0", "P9"] }, false],
  [{ view: "open", cursor: encodeCursor({ at: new Date(), id: newId() }) }, false],
  [{ view: "all", cursor: encodeCursor({ at: new Date(), id: newId() }) }, true],
  [{ view: "all", cursor: encodeCursor({ at: new Date(), id: newId(), rank: "P1" }) }, false],
  [{ view: "open", q: "水", cursor: encodeCursor({ at: new Date(), id: newId() }) }, true],
])("reads %j as a filter: %s", async (params, isFilter) => {
  expect((await readFilter(Promise.resolve(params))) !== null).toBe(isFilter);
});

it("finds in a view what a filter leaves, and goes on behind the last of a page", async () => {
  const claims: string[] = [];
  let moderator = null;
  for (let at = 0; at < 32; at++) {
    const claim = await seedClaim({ wording: `嘉陵江渡口第${at}班船沉没。`, status: "received" });
    claims.push(claim.id);
    moderator = claim.actors.moderator;
  }
  if (!moderator) throw new Error("there is no moderator");
  const other = await seedClaim({ wording: "嘉陵江渡口船沉没，已立案。", status: "triaged" });
  const view = { view: "new", q: "嘉陵江渡口" } as const;
  const first = await listQueue(moderator, view);
  const rest = await listQueue(moderator, { ...view, cursor: first.nextCursor ?? undefined });
  const ids = [...first.items, ...rest.items].map(({ id }) => id);
  expect(first.items).toHaveLength(30);
  expect(rest.nextCursor).toBeNull();
  expect(ids.toSorted()).toEqual(claims.toSorted());
  expect(ids).not.toContain(other.id);
});

it("holds as many on a page where they are ticked as are decided about at once", async () => {
  const { actors } = await seedClaim();
  await db.$executeRaw`
    INSERT INTO claims (id, wording, status, urgency, created_at, last_reported_at, updated_at, report_count)
    SELECT gen_random_uuid(), '很多条中的一条', 'received', 'P3', now(), now(), now(), 1 FROM generate_series(1, 230) n`;
  const pageOf = (filter: Partial<QueueFilter>) =>
    listQueue(actors.moderator, { view: "new", urgency: ["P3"], ...filter });
  expect((await pageOf({})).items).toHaveLength(30);
  const { items, nextCursor } = await pageOf({ pick: "1" });
  expect(items).toHaveLength(MOST_AT_ONCE);
  expect(nextCursor).not.toBeNull();
});
