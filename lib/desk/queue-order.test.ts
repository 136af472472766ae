import { expect, it } from "vitest";
import { countAsked } from "#lib/claims/count-asked";
import { claimStatuses, isOpen } from "#lib/claims/status";
import { stopClocks } from "#lib/clocks/stop-clocks";
import { at } from "#lib/platform/at";
import { after, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type SeedClaim, type SeededClaim, seedClaim } from "#seed/claims";
import { listQueue } from "./list-queue.ts";

/** Each test has its own words, so that the claims of the others stay out. */
const topics = ["policy", "education", "health", "natural-disaster", "food", "finance-fraud"];
let used = 0;
const ownTopic = () => topics[used++] ?? "other";

const numbersIn = async (claim: SeededClaim, topicId: string, view: "open" | "new" | "overdue" = "open") =>
  (await listQueue(claim.actors.moderator, { view, topic: [topicId] })).items.map(({ number }) => number);

const numberOf = async ({ id }: { id: string }) =>
  (await db.claim.findUniqueOrThrow({ where: { id }, select: { number: true } })).number;

const ask = (claimId: string, people: number, ago = minutes(5)) =>
  db.asking.createMany({
    data: Array.from({ length: people }, () => ({ id: newId(), claimId, at: after(now(), -ago) })),
  });

it("puts what threatens lives before all else, then what is due earlier; what has no clock running comes last", async () => {
  const topicId = ownTopic();
  const seed = (rest: SeedClaim) => seedClaim({ topicId, ...rest });
  const fresh = await seed({ urgency: "P2", receivedAt: after(now(), -minutes(1)) });
  const overdue = await seed({ urgency: "P2", receivedAt: after(now(), -hours(30 * 24)) });
  const danger = await seed({ urgency: "P0", receivedAt: after(now(), -hours(20)) });
  const late = await seed({ urgency: "P1", receivedAt: after(now(), -hours(3)) });
  const waiting = await seed({
    status: "verifying",
    urgency: "P1",
    side: { state: "waiting-evidence", reason: "等回函" },
  });
  const order = await Promise.all([danger, late, waiting, overdue, fresh].map(numberOf));
  expect(await numbersIn(fresh, topicId)).toEqual(order);
  expect(await numbersIn(fresh, topicId, "new")).toEqual(order.filter((_, place) => place !== 2));
  expect(await numbersIn(fresh, topicId, "overdue")).toEqual([order[0], order[1], order[3]]);
});

it("puts that of two first about which more people ask, and back when they no longer do", async () => {
  const topicId = ownTopic();
  const receivedAt = after(now(), -hours(2));
  const quiet = await seedClaim({ topicId, urgency: "P1", receivedAt });
  const asked = await seedClaim({ topicId, urgency: "P1", receivedAt: after(receivedAt, minutes(50)) });
  await db.asking.createMany({ data: [] });
  await countAsked();
  expect(await numbersIn(quiet, topicId)).toEqual([await numberOf(quiet), await numberOf(asked)]);
  const { version, updatedAt } = await db.claim.findUniqueOrThrow({ where: { id: asked.id } });
  await ask(asked.id, 15);
  await ask(asked.id, 100, hours(2));
  await countAsked();
  // Sixteen with the report that opened it are worth an hour; what was asked before counts no longer.
  expect(await numbersIn(quiet, topicId)).toEqual([await numberOf(asked), await numberOf(quiet)]);
  const counted = await db.claim.findUniqueOrThrow({ where: { id: asked.id } });
  expect(counted).toMatchObject({ version, updatedAt, askedLately: 15 });
  await at(after(now(), hours(2)), countAsked);
  expect(await numbersIn(quiet, topicId)).toEqual([await numberOf(quiet), await numberOf(asked)]);
  await db.claim.update({ where: { id: asked.id }, data: { askedLately: 0 } });
});

it("counts those who asked about a duplicate for the claim that it repeats, and each of them once", async () => {
  const into = await seedClaim({ status: "triaged", receivedAt: after(now(), -minutes(30)), reports: 3 });
  const duplicate = await seedClaim({
    status: "duplicate",
    closing: { into },
    receivedAt: after(now(), -minutes(50)),
    reports: 2,
  });
  await ask(duplicate.id, 4);
  await countAsked();
  await countAsked();
  const rows = await db.claim.findMany({ where: { id: { in: [into.id, duplicate.id] } } });
  const reports = await db.report.count({
    where: { claim: { claim: { sharedId: into.id } }, submittedAt: { gt: after(now(), -hours(1)) } },
  });
  expect(Object.fromEntries(rows.map(({ id, askedLately }) => [id, askedLately]))).toEqual({
    [into.id]: reports + 4,
    [duplicate.id]: 0,
  });
});

it("goes on page by page in the same order, without a gap or a repetition", async () => {
  const topicId = ownTopic();
  const first = await seedClaim({ topicId, urgency: "P1" });
  const receivedAt = after(now(), -hours(5));
  for (let turn = 0; turn < 33; turn++)
    await seedClaim({ topicId, urgency: turn % 3 === 0 ? "P0" : "P2", receivedAt, crew: first.crew });
  const all = await db.claim.findMany({
    where: { topicId, orderAt: { not: null } },
    orderBy: [{ orderClass: "asc" }, { orderAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const filter = { view: "open", topic: [topicId] } as const;
  const top = await listQueue(first.actors.moderator, { ...filter, topic: [topicId] });
  const rest = await listQueue(first.actors.moderator, {
    ...filter,
    topic: [topicId],
    cursor: top.nextCursor ?? undefined,
  });
  expect(top.items).toHaveLength(30);
  expect([...top.items, ...rest.items].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(rest.nextCursor).toBeNull();
});

it("knows the same open states as the table of states", async () => {
  const claim = await seedClaim();
  const states = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_expr(adbin, adrelid) AS definition FROM pg_attrdef
    JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
    WHERE adrelid = 'claims'::regclass AND attname = 'order_at'`;
  const named = [...(states[0]?.definition ?? "").matchAll(/'([a-z0-9-]+)'::text/g)].map(([, word]) => word);
  expect(named.filter((word) => (claimStatuses as readonly unknown[]).includes(word))).toEqual(
    claimStatuses.filter(isOpen),
  );
  await db.$transaction((tx) =>
    stopClocks(tx, { claimId: claim.id, kinds: ["triage", "verdict"], reason: "done", at: now() }),
  );
  expect(await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({ dueAt: null });
});
