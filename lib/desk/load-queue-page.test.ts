import pg from "pg";
import { expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { countKeptApart, countQueue } from "./count-queue.ts";
import { loadQueuePage } from "./load-queue-page.ts";
import { shownCount } from "./many.ts";

async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  await run();
  const sent = vi.spyOn(pg.Client.prototype, "query");
  await run();
  const { length } = sent.mock.calls;
  sent.mockRestore();
  return length;
}

it("asks the database as often for ten claims as for sixty", async () => {
  const first = await seedClaim();
  const more = async (count: number) => {
    for (let at = 0; at < count; at++) await seedClaim({ crew: first.crew });
  };
  const ask = () => statementsOf(() => loadQueuePage(first.actors.moderator, { view: "open" }));
  await more(9);
  const few = await ask();
  await more(50);
  expect(await ask()).toBe(few);
  expect(few).toBeGreaterThan(5);
  expect(few).toBeLessThanOrEqual(22);
}, 120_000);

it("counts no further than it tells", async () => {
  const { actors, id } = await seedClaim();
  await db.$executeRaw`
    INSERT INTO claims (id, wording, status, urgency, created_at, last_reported_at, updated_at, report_count, suspicion)
    SELECT gen_random_uuid(), '一条', 'received', 'P2', now(), now(), now(), 1, CASE WHEN n > 1100 THEN 'flood' END
    FROM generate_series(1, 2300) n`;
  const counts = await countQueue(actors.moderator);
  expect([counts.new, counts.open]).toEqual([1000, 1000]);
  expect([shownCount(999), shownCount(counts.new)]).toEqual(["999", "999+"]);
  expect(await countKeptApart(actors.moderator)).toMatchObject({ claims: 1000, isWhole: false });
  expect(id).toBeTruthy();
});
