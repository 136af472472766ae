import { expect, it } from "vitest";
import { seedClaim } from "#seed/claims";
import { listQueue } from "./list-queue.ts";

it.each([
  ["words", "索道 停运"],
  ["pinyin", "suodao"],
  ["a typo", "锁道停运"],
  ["the place", "峨眉山"],
  ["a figure", "9天"],
])("finds claims by %s, the best first: %s", async (_, q) => {
  const claim = await seedClaim({ wording: "金顶索道停运九天。", places: ["511181"] });
  await seedClaim({ wording: "乐山大佛停止售票。" });
  const { items } = await listQueue(claim.actors.moderator, { view: "all", q });
  expect(items[0]?.wording).toMatch(/^金顶索道停运九天/);
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
