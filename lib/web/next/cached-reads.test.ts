import { beforeAll, expect, it, vi } from "vitest";
import { encodeCursor } from "#lib/platform/cursor";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { readCorrections, readNotice, readNotices } from "./cached-reads.ts";

/** What was asked of the cache: each is an entry of its own. */
const entries = vi.hoisted((): unknown[] => []);
vi.mock("next/cache", () => ({
  unstable_cache:
    (read: (...args: unknown[]) => unknown, parts: string[]) =>
    (...args: unknown[]) => {
      entries.push([...parts, ...args]);
      return read(...args);
    },
}));

let slug: string;
beforeAll(async () => {
  slug = (await seedClaim({ status: "corrected" })).debunk?.slug ?? "";
});

async function entriesOf(read: () => Promise<unknown>): Promise<unknown[]> {
  entries.length = 0;
  await read();
  return [...entries];
}

it("keeps the lists that many ask for, and the notices that there are", async () => {
  expect(await entriesOf(() => readNotices({ limit: 20 }))).toEqual([["notices", { limit: 20 }]]);
  const narrowed = { limit: 50, topic: "health" };
  expect(await entriesOf(() => readNotices(narrowed))).toEqual([["notices", narrowed]]);
  expect(await entriesOf(() => readCorrections())).toEqual([["corrections"]]);
  expect(await entriesOf(() => readNotice(slug))).toEqual([[`notice-${slug}`]]);
});

it("keeps one entry for all that a stranger can make up without end, which empties their pages too", async () => {
  const cursor = encodeCursor({ at: new Date(), id: newId() });
  const made = [
    () => readNotices({ limit: 20, cursor }),
    () => readNotices({ limit: 20, from: "2026-01-01" }),
    () => readNotices({ limit: 20, to: "2026-01-01" }),
    () => readCorrections(cursor),
    () => readNotice("20260101-999999"),
  ];
  for (const read of made) expect(await entriesOf(read)).toEqual([["news"]]);
});
