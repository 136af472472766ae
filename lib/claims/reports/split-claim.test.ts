import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { merge, mergeClaim } from "#lib/claims/merge-claim";
import { meanwhile } from "#lib/claims/testing/meanwhile";
import { triageClaim } from "#lib/claims/triage-claim";
import { submitReport } from "#lib/intake/submit-report";
import { db } from "#lib/platform/db";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { placeReport } from "./place-report.ts";
import { joinSplit, splitClaim } from "./split-claim.ts";

let moderator: Actor;

beforeAll(async () => {
  await readyReference();
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
});

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const reportsOf = async (claimId: string) =>
  (await db.claimReport.findMany({ where: { claimId } })).map(({ reportId }) => reportId).toSorted();
const idsOf = ({ reports }: SeededClaim, ...at: number[]) =>
  at.map((index) => reports[index]?.id ?? "").toSorted();
const split = (claim: { id: string; version: number }, reportIds: readonly string[], wording?: string) =>
  splitClaim(moderator, {
    claimId: claim.id,
    version: claim.version,
    reportIds: [...reportIds],
    wording,
    reason: "两回事",
  });
const splitOff = async (claimId: string) => {
  const { data } = await db.event.findFirstOrThrow({
    where: { claimId, type: "claim.split" },
    orderBy: { seq: "desc" },
  });
  return String(data.into);
};

describe("several reports of a claim", () => {
  it("do not leave a claim without any that was merged into it", async () => {
    const [claim, merged] = [await seedClaim({ reports: 2 }), await seedClaim({ reports: 1 })];
    const { number } = await claimOf(claim.id);
    const reason = "同一件事";
    const { id: claimId, version } = merged;
    expect(await mergeClaim(moderator, { claimId, version, intoNumber: number, reason })).toEqual({
      ok: true,
    });
    const now = await claimOf(claim.id);
    expect(await split(now, idsOf(merged, 0))).toEqual({ ok: false, reason: "ONLY_OF_MERGED" });
    expect(await split(now, [...idsOf(claim, 0, 1), ...idsOf(merged, 0)])).toMatchObject({
      reason: "ONLY_REPORT",
    });
    expect(await reportsOf(merged.id)).toEqual(idsOf(merged, 0));
  });

  it("become one new claim in other words, counted on both sides, with an event on each", async () => {
    const claim = await seedClaim({ reports: 5 });
    const chosen = idsOf(claim, 1, 3);
    expect(await split(claim, chosen, "另一件事情")).toEqual({ ok: true });
    const into = await splitOff(claim.id);
    expect(await claimOf(into)).toMatchObject({ wording: "另一件事情", status: "received", reportCount: 2 });
    expect(await reportsOf(into)).toEqual(chosen);
    expect(await claimOf(claim.id)).toMatchObject({ reportCount: 3, version: claim.version + 1 });
    const { number } = await claimOf(claim.id);
    expect(await db.event.findFirst({ where: { claimId: into, type: "claim.split" } })).toMatchObject({
      data: { part: "in", of: claim.id, intoNumber: number, reports: 2 },
    });
  });

  it("leave one behind, belong to the claim, and are there in the version that was seen", async () => {
    const [claim, other] = [await seedClaim({ reports: 2 }), await seedClaim({ reports: 2 })];
    expect(await split(claim, idsOf(claim, 0, 1))).toEqual({ ok: false, reason: "ONLY_REPORT" });
    expect(await split(claim, [...idsOf(claim, 0), ...idsOf(other, 0)])).toEqual({
      ok: false,
      reason: "CLAIM_CHANGED",
    });
    expect(await split({ ...claim, version: 99 }, idsOf(claim, 0))).toEqual({
      ok: false,
      reason: "CLAIM_CHANGED",
    });
    expect([await reportsOf(claim.id), await reportsOf(other.id)]).toMatchObject([
      { length: 2 },
      { length: 2 },
    ]);
  });

  it("may have come with a claim that was merged, which keeps one of them", async () => {
    const [claim, merged] = [await seedClaim(), await seedClaim({ reports: 3 })];
    const { number } = await claimOf(claim.id);
    const into = { claimId: merged.id, version: merged.version, intoNumber: number, reason: "同一条" };
    await mergeClaim(moderator, into);
    const now = await claimOf(claim.id);
    expect(await split(now, idsOf(merged, 0, 1))).toEqual({ ok: true });
    expect(await claimOf(claim.id)).toMatchObject({ reportCount: 2 });
    expect(await claimOf(merged.id)).toMatchObject({ reportCount: 1 });
  });

  it("are no wrong matches any more once the split is taken back", async () => {
    const place = async (text: string) => {
      await submitReport({ text }, { channel: "web", locale: "zh-CN" });
      const { id } = await db.report.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
      await placeReport(id);
      return db.claimReport.findUniqueOrThrow({ where: { reportId: id } });
    };
    const first = await place("南充市嘉陵区的加油站明天全部停业检修三天");
    const joined = await place("南充市嘉陵区的加油站明天全部停业检修三天！！！");
    expect(joined.claimId).toBe(first.claimId);
    const decisions = { where: { suggestion: { reportId: joined.reportId } } };
    expect(await split(await claimOf(first.claimId), [joined.reportId])).toEqual({ ok: true });
    expect(await db.matchDecision.findMany(decisions)).toMatchObject([{ verdict: "rejected" }]);

    const into = await splitOff(first.claimId);
    const back = { claimId: first.claimId, into, reportIds: [joined.reportId], reason: "撤销" };
    expect(await joinSplit(moderator, back)).toEqual({ ok: true });
    expect(await claimOf(first.claimId)).toMatchObject({ reportCount: 2 });
    expect(await claimOf(into)).toMatchObject({ status: "duplicate", mergedIntoId: first.claimId });
    expect(await db.matchDecision.findMany(decisions)).toEqual([]);
  });

  it("stay where they went once somebody has gone on with the new claim", async () => {
    const claim = await seedClaim({ reports: 3 });
    await split(claim, idsOf(claim, 0));
    const into = await splitOff(claim.id);
    const facts = { wording: "新的一条", topicId: "food", places: [], urgency: "P2" as const };
    await triageClaim(moderator, { claimId: into, version: 1, ...facts });
    const back = { claimId: claim.id, into, reportIds: idsOf(claim, 0), reason: "撤销" };
    expect(await joinSplit(moderator, back)).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
  });
});

describe("at the same time", () => {
  it("a split and a merge of the same claim: one of them, and every report counted once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const [claim, target] = [await seedClaim({ reports: 3 }), await seedClaim()];
      const { number } = await claimOf(target.id);
      const into = { claimId: claim.id, version: claim.version, intoNumber: number, reason: "同一条" };
      const outcomes = await Promise.all([split(claim, idsOf(claim, 0)), mergeClaim(moderator, into)]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const counted = outcomes[0]?.ok ? [2, 1] : [3, 4];
      expect([(await claimOf(claim.id)).reportCount, (await claimOf(target.id)).reportCount]).toEqual(
        counted,
      );
    }
  });

  it("reports that somebody moved while the split waited stay where they are", async () => {
    const claim = await seedClaim({ reports: 3 });
    const other = await seedClaim();
    const [reportId = ""] = idsOf(claim, 0);
    const outcome = await meanwhile(
      claim,
      () => split(claim, [reportId]),
      (tx) =>
        tx.claimReport.update({
          where: { reportId },
          data: { claimId: other.id, reason: "moved", addedById: moderator.userId },
        }),
    );
    expect(outcome).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
    expect(await reportsOf(other.id)).toContain(reportId);
  });

  it("a claim that was merged while the split waited is split where it is shown", async () => {
    const [claim, target] = [await seedClaim({ reports: 3 }), await seedClaim()];
    const { number } = await claimOf(target.id);
    const by = assertCan(moderator, "claim.merge");
    const outcome = await meanwhile(
      claim,
      // As a report is taken out alone, whatever the version.
      () => splitClaim(moderator, { claimId: claim.id, reportIds: idsOf(claim, 0), reason: "两回事" }),
      (tx) => merge(tx, claim, { id: target.id, number }, { by, reason: "同一条" }),
    );
    expect(outcome).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
    expect(await reportsOf(claim.id)).toHaveLength(3);
    expect(await claimOf(target.id)).toMatchObject({ reportCount: 4 });
  });

  it("the same split twice happens once", async () => {
    const claim = await seedClaim({ reports: 4 });
    const both = await Promise.all([1, 2].map(() => split(claim, idsOf(claim, 0, 1))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reportsOf(claim.id)).toEqual(idsOf(claim, 2, 3));
  });
});
