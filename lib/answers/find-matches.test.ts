import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { followClaims } from "#lib/matching/follow-claims";
import { knownClaims, knownSoFar } from "#lib/matching/known-claims";
import { db } from "#lib/platform/db";
import { once } from "#lib/platform/once";
import type { Remembered } from "#lib/platform/remember";
import { seedClaim } from "#seed/claims";
import { findMatches } from "./find-matches.ts";

const text = "南充顺庆区的自来水厂昨夜被投毒，全城停水七天";
const stop = new AbortController();

beforeAll(async () => {
  await seedClaim({ status: "published", wording: text, verdict: "false" });
  await seedClaim({ status: "triaged", wording: `${text}，学校停课` });
  // A busy machine may take longer to read them than anybody waits for an answer.
  await knownClaims();
  void followClaims(stop.signal);
});
afterAll(() => stop.abort());

it("tells whoever files a report of notices alone, and whoever asks of claims too", async () => {
  const kinds = async (filing?: "with key") =>
    (await findMatches({ text }, { language: "zh-CN", limit: 5, filing }))?.map(({ kind }) => kind);
  expect(await kinds()).toEqual(["debunk", "claim"]);
  expect(await kinds("with key")).toEqual(["debunk"]);
});

it("leads to the notice in the language of whoever asks, at every door", async () => {
  for (const filing of [undefined, "without key"] as const) {
    const matches = await findMatches({ text }, { language: "en", limit: 1, filing });
    expect(matches?.[0]?.url).toContain("/en/debunks/");
  }
});

it("answers a question in English by the English title, and leaves it to the reader whether it is the same", async () => {
  const { id, debunk } = await seedClaim({
    status: "published",
    wording: "宜宾的大熊猫基地从下周起收费八百元",
  });
  await db.debunk.update({
    where: { claimId: id },
    data: { titleEn: "The panda base charges 800 yuan from next week? False" },
  });
  await db.$executeRaw`SELECT pg_notify('bianzhen_claims', ${id})`;
  const ask = (text: string) => findMatches({ text }, { language: "en", limit: 3 });
  await vi.waitFor(
    async () => expect(await ask("Does the panda base charge 800 yuan from next week")).toHaveLength(1),
    {
      timeout: 60_000,
    },
  );
  for (const text of [
    "Is it true that the panda base charges 800 yuan from next week",
    "The panda base charges 90 yuan from next week",
  ]) {
    const [match] = (await ask(text)) ?? [];
    expect(match, text).toMatchObject({ slug: debunk?.slug, level: "similar" });
    expect(match?.score, text).toBeGreaterThan(0.6);
  }
  expect(await ask("What is the best way to cook rice tonight")).toEqual([]);
});

/** As in a rush: others are asking, and each is answered after all that was asked before. */
async function whileBusy<Result>(ask: () => Promise<Result>): Promise<Result> {
  const index = await knownSoFar();
  const search = index.search.bind(index);
  const busy = vi.spyOn(index, "search").mockImplementation(async (...args) => {
    await pause(150);
    return search(...args);
  });
  return ask().finally(() => busy.mockRestore());
}

it("does not keep whoever files a report waiting for others' searches, except under a key", async () => {
  const file = (filing: "with key" | "without key", words: string) =>
    whileBusy(() => findMatches({ text: words }, { language: "zh-CN", limit: 1, filing }));
  expect(await file("without key", `${text}，是真的吗`)).toBeNull();
  expect(await file("with key", `${text}，真的吗`)).toHaveLength(1);
});

it("looks once for what many send, and again when a notice was published", async () => {
  const search = vi.spyOn(await knownSoFar(), "search");
  let words = "";
  const file = () => findMatches({ text: words }, { language: "zh-CN", limit: 1, filing: "without key" });
  let turn = 0;
  // Where the machine stands still for a moment, nobody is kept waiting: then the next are looked at.
  await vi.waitFor(
    async () => {
      words = `眉山东坡区的自来水第${++turn}次被染成蓝色，喝了会中毒`;
      search.mockClear();
      expect(await Promise.all(Array.from({ length: 50 }, file))).toEqual(Array(50).fill([]));
    },
    { timeout: 60_000 },
  );
  expect(search).toHaveBeenCalledTimes(1);
  const { id } = await seedClaim({ status: "published", wording: words, verdict: "false" });
  await db.$executeRaw`SELECT pg_notify('bianzhen_claims', ${id})`;
  await vi.waitFor(async () => expect(await file()).toMatchObject([{ kind: "debunk" }]), { timeout: 60_000 });
  search.mockRestore();
});

it("gives up in time when matching is down, and lets everybody go on", async () => {
  const known = once<Remembered<unknown>>("known claims", () => ({}));
  const { kept } = known;
  const until = Number.POSITIVE_INFINITY;
  known.kept = { until, found: new Promise(() => {}) };
  expect(await findMatches({ text }, { language: "zh-CN", limit: 1 })).toBeNull();
  known.kept = { until, found: Promise.reject(new Error("away")) };
  expect(await findMatches({ text }, { language: "zh-CN", limit: 1 })).toBeNull();
  Object.assign(known, { kept });
});
