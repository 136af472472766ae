import { beforeEach, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { happen } from "../testing/live.ts";
import { RecentEvents } from "./recent-events.ts";

let recent: RecentEvents;
beforeEach(async () => {
  recent = new RecentEvents();
  await recent.begin();
});

/** Something that happens in a transaction which ends when it is told to. */
async function begin(claim: string) {
  const [told, written] = [Promise.withResolvers<"commit" | "roll back">(), Promise.withResolvers<void>()];
  const ended = db.$transaction(
    async (tx) => {
      await happen(claim, "claim.raised", {}, tx);
      written.resolve();
      if ((await told.promise) === "roll back") throw new Error("rolled back");
    },
    { timeout: 60_000 },
  );
  await written.promise;
  const end = (how: "commit" | "roll back") => {
    told.resolve(how);
    return ended.catch(() => {});
  };
  return { commit: () => end("commit"), rollBack: () => end("roll back") };
}

const claimsOf = (events: readonly { claims: readonly string[] }[] | null) =>
  events?.flatMap(({ claims }) => claims);

it("tells what becomes visible behind a higher number, and lets nobody go on from beyond it before", async () => {
  const [slow, quick] = [newId(), newId()];
  const before = recent.settled;
  const first = await begin(slow);
  await happen(quick);
  expect(claimsOf(await recent.follow())).toEqual([quick]);
  // Whoever is cut off now has heard of the higher number.
  const at = recent.settled;
  expect(at).toBe(before);
  expect(recent.isSettled).toBe(false);
  await first.commit();
  expect(claimsOf(await recent.follow())).toEqual([slow]);
  expect(claimsOf(recent.since(at))).toEqual(expect.arrayContaining([slow, quick]));
  expect(recent.isSettled).toBe(true);
  expect(recent.settled).toBe(before + 2);
  expect(claimsOf(await recent.follow())).toEqual([]);
});

it("waits for several, in whatever order they end", async () => {
  const claims = Array.from({ length: 4 }, newId);
  const open = [];
  for (const claim of claims) open.push(await begin(claim));
  const heard: string[] = [];
  for (const at of [3, 1, 0, 2]) {
    await open[at]?.commit();
    heard.push(...(claimsOf(await recent.follow()) ?? []));
  }
  expect(heard).toEqual([3, 1, 0, 2].map((at) => claims[at]));
});

it("forgets a number that nobody used in the end", async () => {
  const lost = await begin(newId());
  await happen(newId());
  await recent.follow();
  expect(recent.isSettled).toBe(false);
  await lost.rollBack();
  await vi.waitFor(
    async () => {
      await recent.follow();
      expect(recent.isSettled).toBe(true);
    },
    { timeout: 60_000, interval: 20 },
  );
  const later = newId();
  await happen(later);
  expect(claimsOf(await recent.follow())).toEqual([later]);
});

it("sees what was under way when it began", async () => {
  const claim = newId();
  const slow = await begin(claim);
  await happen(newId());
  const other = new RecentEvents();
  await other.begin();
  await slow.commit();
  expect(claimsOf(await other.follow())).toEqual([claim]);
});

it("does not know any more what lies too far back, nor what has not happened", async () => {
  const claim = newId();
  const from = recent.settled;
  await db.$executeRaw`
    INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
    SELECT gen_random_uuid(), 'claim.raised', now(), 'system', ${claim}::uuid, 'a', '{}' FROM generate_series(1, 1100)`;
  expect(await recent.follow()).toHaveLength(1_100);
  expect(recent.since(from)).toBeNull();
  // Numbers may have been passed over before them.
  const { seq } = await db.event.findFirstOrThrow({ where: { claimId: claim }, orderBy: { seq: "asc" } });
  expect(recent.since(Number(seq) + 98)).toBeNull();
  expect(recent.since(Number(seq) + 99)).toHaveLength(1_000);
  expect(recent.since(recent.settled)).toEqual([]);
  expect(recent.since(recent.settled + 1)).toBeNull();
});

it("begins anew after a time in which more happened than can be told", async () => {
  await db.$executeRaw`
    INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
    SELECT gen_random_uuid(), 'claim.raised', now(), 'system', ${newId()}::uuid, 'a', '{}' FROM generate_series(1, 5001)`;
  expect(await recent.catchUp()).toBeNull();
  const claim = newId();
  await happen(claim);
  expect(claimsOf(await recent.catchUp())).toEqual([claim]);
});
