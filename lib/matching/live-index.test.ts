import { expect, it } from "vitest";
import { seedClaim } from "#seed/claims";
import { LiveIndex } from "./live-index.ts";

it("answers from the newest claims while the others are read, and then from all", async () => {
  const wordings = ["巴中的电影院明天起只收现金", "遂宁动物园的狮子昨夜跑出来了", "雅安的茶叶全部要销毁"];
  const claims: { wording: string; id: string }[] = [];
  for (const wording of wordings) claims.push({ wording, id: (await seedClaim({ wording })).id });
  claims.sort((one, other) => (one.id < other.id ? 1 : -1));
  const index = new LiveIndex();
  const found = () =>
    Promise.all(claims.map(async ({ id, wording }) => (await index.search({ text: wording }))[0]?.id === id));
  const loaded = index.load({ batch: 1, newest: 1 });
  await index.begun;
  expect(await found()).toEqual([true, false, false]);
  await loaded;
  expect(await found()).toEqual([true, true, true]);
});
