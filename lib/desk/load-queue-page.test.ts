import pg from "pg";
import { expect, it, vi } from "vitest";
import type { QueueView } from "#lib/claims/schema";
import { after, hours, now } from "#lib/platform/clock";
import { db, type Prisma } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { countKeptApart, countQueue } from "./count-queue.ts";
import { loadQueuePage } from "./load-queue-page.ts";
import { shownCount } from "./many.ts";
import { viewOf } from "./queue-views.ts";

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
  expect(few).toBeLessThanOrEqual(12);
}, 120_000);

it("counts in each view what stands in it", async () => {
  const { actors } = await seedClaim();
  const ids = (
    await db.claim.findMany({ where: { orderAt: { not: null } }, select: { id: true }, take: 40 })
  ).map(({ id }) => id);
  const change = (from: number, to: number, data: Prisma.ClaimUpdateManyMutationInput) =>
    db.claim.updateMany({ where: { id: { in: ids.slice(from, to) } }, data });
  await db.claim.updateMany({
    where: { id: { in: ids.slice(0, 9) } },
    data: { decidedById: actors.moderator.userId },
  });
  await change(4, 12, { snoozedUntil: after(now(), hours(3)), dueAt: null });
  await change(10, 14, { repliedAt: now() });
  await change(14, 20, { dueAt: after(now(), -hours(1)) });
  await change(20, 23, { suspicion: "flood" });
  const counts = await countQueue(actors.moderator);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  for (const [view, count] of Object.entries(counts))
    expect([view, count]).toEqual([
      view,
      await db.claim.count({ where: viewOf(actors.moderator, view as QueueView) }),
    ]);
});

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
