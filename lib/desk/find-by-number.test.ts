import { beforeAll, expect, it } from "vitest";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { findByNumber } from "./find-by-number.ts";
import { listQueue } from "./list-queue.ts";

let claim: SeededClaim;
let digits: string;

/** Forty claims that speak of the very number, all reported later than the claim that has it. */
beforeAll(async () => {
  claim = await seedClaim({ status: "assigned" });
  digits = String(claim.number);
  const moment = now();
  await db.claim.createMany({
    data: Array.from({ length: 40 }, (_, at) => ({
      id: newId(),
      wording: `${digits} 户居民领到了假通知，第 ${at} 条`,
      status: "received",
      urgency: "P2",
      createdAt: moment,
      lastReportedAt: moment,
      updatedAt: moment,
    })),
  });
});

it("finds a claim by its number, however many others speak of it", async () => {
  expect(await findByNumber(claim.actors.moderator, digits)).toBe(claim.id);
  expect(await findByNumber(claim.actors.moderator, "999999999")).toBeNull();
  expect(await findByNumber(claim.actors.moderator, `${digits} OR 1`)).toBeNull();
});

it("finds it for a member that holds it, and tells no other member that it exists", async () => {
  const [holder, stranger] = [claim.lead, "plat-sina"];
  const coordinator = async (memberId: string) =>
    actorOf(await seedPerson({ roles: [{ memberId, role: "coordinator" }] }));
  expect(await findByNumber(await coordinator(holder), digits)).toBe(claim.id);
  expect(await findByNumber(await coordinator(stranger), digits)).toBeNull();
});

it("puts it first in the queue whatever the view, and once", async () => {
  const { moderator } = claim.actors;
  for (const view of ["all", "new"] as const) {
    const first = await listQueue(moderator, { view, q: `#${digits}` });
    expect(first.items[0]?.id, view).toBe(claim.id);
    const rest = await listQueue(moderator, { view, q: digits, cursor: first.nextCursor ?? undefined });
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(ids).toHaveLength(41);
    expect(new Set(ids).size).toBe(41);
  }
  const apart = await listQueue(moderator, { view: "quarantine", q: digits });
  expect(apart.items).toEqual([]);
});
