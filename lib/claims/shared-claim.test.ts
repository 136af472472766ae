import { expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { mergeClaim } from "./merge-claim.ts";
import { listClaimReports } from "./queries.ts";
import { readClaim } from "./read-claim.ts";
import { reopenClaim } from "./reopen-claim.ts";

const shownFor = async (id: string) =>
  (await db.claim.findUniqueOrThrow({ where: { id }, select: { sharedId: true } })).sharedId;

it("is the claim itself, after a merge the one it was merged into, and itself again when that is undone", async () => {
  const [own, first, second] = [await seedClaim(), await seedClaim(), await seedClaim()];
  const { moderator } = own.actors;
  const versionOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).version;
  const merge = async ({ id }: { id: string }, { number }: { number: number }) =>
    mergeClaim(moderator, {
      claimId: id,
      version: await versionOf(id),
      intoNumber: number,
      reason: "同一条",
    });
  expect(await shownFor(own.id)).toBe(own.id);

  expect(await merge(own, first)).toEqual({ ok: true });
  expect(await shownFor(own.id)).toBe(first.id);
  const reports = async (id: string) =>
    (await listClaimReports(await readClaim(moderator, id))).map((report) => report.id);
  expect((await reports(first.id)).toSorted()).toEqual(
    [...own.reports, ...first.reports].map(({ id }) => id).toSorted(),
  );
  expect(await reports(own.id)).toEqual(own.reports.map(({ id }) => id));

  expect(await merge(first, second)).toEqual({ ok: true });
  expect(await Promise.all([own.id, first.id, second.id].map(shownFor))).toEqual(
    Array.from({ length: 3 }, () => second.id),
  );

  const undo = { claimId: own.id, version: await versionOf(own.id), reason: "不是一回事" };
  expect(await reopenClaim(moderator, undo)).toEqual({ ok: true });
  expect(await shownFor(own.id)).toBe(own.id);
  expect(await shownFor(first.id)).toBe(second.id);
});

it("is never two steps away, and cannot be written", async () => {
  const [own, middle, last] = [await seedClaim(), await seedClaim(), await seedClaim()];
  const merged = (id: string, mergedIntoId: string) =>
    db.claim.update({
      where: { id },
      data: { status: "duplicate", mergedIntoId, closedFrom: "received", closedAt: new Date() },
    });
  await merged(own.id, middle.id);
  await expect(merged(middle.id, last.id)).rejects.toThrow(/a merge has no chain/);
  await expect(merged(last.id, own.id)).rejects.toThrow(/a merge has no chain/);
  await expect(db.claim.update({ where: { id: own.id }, data: { sharedId: last.id } })).rejects.toThrow(
    /shared_id/,
  );
  expect(await shownFor(own.id)).toBe(middle.id);
});
