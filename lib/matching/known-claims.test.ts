import { setImmediate as breathe } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { findMatches } from "#lib/answers/find-matches";
import { seedClaim } from "#seed/claims";
import { knownClaims } from "./known-claims.ts";

const wording = "凉山西昌的邛海昨夜一夜之间全部干涸，鱼死了一地";

it("leaves the process to others while a question is looked at, however long it is", async () => {
  const index = await knownClaims();
  const order: string[] = [];
  const long = index.search({ text: "今天听说自来水有毒，明天要停电停气。".repeat(2_000) });
  const answered = long.then(() => order.push("answered"));
  await breathe();
  order.push("others");
  await answered;
  expect(order).toEqual(["others", "answered"]);
});

it("answers again after its thread has ended, and whoever was waiting is told", async () => {
  const { id } = await seedClaim({ wording });
  const index = await knownClaims();
  // A few at a time are asked: some may be answered before it ends, the last of so many are not.
  const asked = Promise.allSettled(Array.from({ length: 500 }, () => index.search({ text: wording })));
  await index.end();
  const last = (await asked).at(-1);
  expect(last).toMatchObject({
    status: "rejected",
    reason: { message: expect.stringContaining("has ended") },
  });
  await vi.waitFor(async () => expect(await knownClaims()).not.toBe(index), 60_000);
  expect((await (await knownClaims()).search({ text: wording }))[0]?.id).toBe(id);
});

it("lets whoever asks go on while its thread ends", async () => {
  const index = await knownClaims();
  const asked = findMatches({ text: `${wording}了吗` }, { language: "zh-CN", limit: 1 });
  await index.end();
  await expect(asked).resolves.toSatisfy((matches) => matches === null || Array.isArray(matches));
});
