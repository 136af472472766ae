import { expect, it, vi } from "vitest";
import { meanwhile } from "#lib/claims/testing/meanwhile";
import { after, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { seedClaim } from "#seed/claims";
import { pauseClocks } from "./pause-clocks.ts";

const dueOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).dueAt;

const earliest = async (claimId: string) => {
  const { _min } = await db.clock.aggregate({
    where: { claimId, assignmentId: null, kind: { in: ["triage", "verdict"] } },
    _min: { dueAt: true },
  });
  return _min.dueAt;
};

it("follows clocks that start, are paused or are written by hand, and leaves the version alone", async () => {
  const { id, version } = await seedClaim({ urgency: "P1" });
  expect(await dueOf(id)).toEqual(await earliest(id));
  expect(await dueOf(id)).not.toBeNull();
  const earlier = after(now(), -hours(9));
  await db.clock.updateMany({ where: { claimId: id, kind: "verdict" }, data: { dueAt: earlier } });
  expect(await dueOf(id)).toEqual(earlier);
  await db.clock.deleteMany({ where: { claimId: id, kind: "verdict" } });
  expect(await dueOf(id)).toEqual(await earliest(id));
  await pauseClocks(db, { claimId: id, reason: "waiting-evidence", at: now() });
  expect(await db.claim.findUniqueOrThrow({ where: { id } })).toMatchObject({ dueAt: null, version });
});

it("is not that of a first word or of a member's work", async () => {
  const claim = await seedClaim({ status: "assigned", urgency: "P1" });
  await db.clock.updateMany({
    where: { claimId: claim.id, NOT: { runningSince: null }, kind: { in: ["first-word", "acknowledge"] } },
    data: { dueAt: after(now(), -hours(99)) },
  });
  expect(await dueOf(claim.id)).toEqual(await earliest(claim.id));
});

it("is right after two clocks of a claim have changed at once", async () => {
  const claim = await seedClaim({ urgency: "P1" });
  const { id } = claim;
  const change = (kind: "triage" | "verdict", dueAt: Date) =>
    db.clock.updateMany({ where: { claimId: id, kind }, data: { dueAt } });
  await change("triage", after(now(), -minutes(30)));
  await change("verdict", after(now(), -minutes(40)));
  const soonest = after(now(), -minutes(50));
  let second: Promise<unknown> | undefined;
  // Both are written before either is counted: the second has seen of the first what it was, until it holds the claim.
  await meanwhile(
    claim,
    () => change("triage", soonest),
    () => {
      // It begins when somebody asks for its outcome.
      second = Promise.all([change("verdict", after(now(), hours(2)))]);
      return vi.waitFor(async () => expect(await waitingForClaim()).toBe(2), {
        timeout: 60_000,
        interval: 20,
      });
    },
  );
  await second;
  expect(await dueOf(id)).toEqual(soonest);
});

async function waitingForClaim(): Promise<number> {
  const [row] = await asOwner<{ count: number }>(
    "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return row?.count ?? 0;
}

it("stays that of its own claim", async () => {
  const [one, other] = [await seedClaim(), await seedClaim()];
  const [clock] = await db.clock.findMany({ where: { claimId: one.id, kind: "triage" } });
  await expect(
    db.clock.update({ where: { id: clock?.id ?? newId() }, data: { claimId: other.id } }),
  ).rejects.toThrow();
});
