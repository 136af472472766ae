import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { checkCounts } from "#lib/claims/reports/count-reports";
import { loadReport } from "#lib/claims/reports/load-report";
import { placeReport } from "#lib/claims/reports/place-report";
import { separateReport } from "#lib/claims/reports/separate-report";
import { submitReport } from "#lib/intake/submit-report";
import type { Match } from "#lib/matching/match";
import { db, type Tx } from "#lib/platform/db";
import { laterOf } from "#lib/platform/later";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { closeClaim } from "./close-claim.ts";
import { mergeClaim } from "./merge-claim.ts";
import { reopenClaim } from "./reopen-claim.ts";
import { joinClaim } from "./reports/join-claim.ts";
import { meanwhile } from "./testing/meanwhile.ts";

let moderator: Actor;
beforeAll(async () => {
  await readyReference();
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
});

let filed = 0;
async function file() {
  filed += 1;
  const text = `第${filed}件互不相干的事：${["水库", "药价", "校车", "地铁", "彩票"][filed % 5]}${filed * 7919}`;
  const outcome = await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  if (!outcome.ok) throw new Error(outcome.reason);
  return (await db.report.findFirstOrThrow({ where: { text } })).id;
}

async function receive() {
  const id = await file();
  await placeReport(id);
  const { claim } = await db.claimReport.findUniqueOrThrow({
    where: { reportId: id },
    include: { claim: true },
  });
  return claim;
}

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const versionOf = async (id: string) => (await claimOf(id)).version;
const merge = async (claim: { id: string }, into: { number: number }) =>
  mergeClaim(moderator, {
    claimId: claim.id,
    version: await versionOf(claim.id),
    intoNumber: into.number,
    reason: "同一条",
  });
const reopen = async ({ id }: { id: string }) =>
  reopenClaim(moderator, { claimId: id, version: await versionOf(id), reason: "不是同一条" });
const close = async ({ id }: { id: string }) =>
  closeClaim(moderator, {
    claimId: id,
    version: await versionOf(id),
    closing: "too-vague",
    note: "说得太少。",
  });

/** Another report that matching puts into the claim. */
async function join({ id }: { id: string }, tx?: Tx) {
  const report = await loadReport(await file());
  if (!report) throw new Error("it was just filed");
  const match: Match = { id, kind: "claim", score: 1, level: "same", why: [] };
  return tx ? joinClaim(tx, report, match) : db.$transaction((own) => joinClaim(own, report, match));
}

const set = (tx: Tx, { id }: { id: string }, data: object) => tx.claim.update({ where: { id }, data });
const closed = { closedFrom: "received", closedAt: new Date(), version: { increment: 1 } };

/** The claims whose count is not that of their reports. */
async function miscounted(): Promise<number[]> {
  const claims = await db.claim.findMany({
    include: {
      _count: { select: { reports: true } },
      merged: { include: { _count: { select: { reports: true } } } },
    },
  });
  return claims
    .filter(({ reportCount, _count, merged }) => {
      const carried = merged.reduce((sum, one) => sum + one._count.reports, 0);
      return reportCount !== _count.reports + carried;
    })
    .map(({ number }) => number);
}

describe("a merge", () => {
  it("counts a report that joined a moment before", async () => {
    const [a, b] = [await receive(), await receive()];
    const outcome = await meanwhile(
      a,
      () => merge(a, b),
      (tx) => join(a, tx),
    );
    expect(outcome).toEqual({ ok: true });
    expect(await claimOf(a.id)).toMatchObject({ reportCount: 2 });
    expect(await claimOf(b.id)).toMatchObject({ reportCount: 3 });
  });

  it("into a claim that was closed a moment before answers that somebody was first", async () => {
    const [a, b] = [await receive(), await receive()];
    const outcome = await meanwhile(
      b,
      () => merge(a, b),
      (tx) => set(tx, b, { ...closed, status: "too-vague", closingNote: "说得太少。" }),
    );
    expect(outcome).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
    expect(await claimOf(a.id)).toMatchObject({ status: "received", mergedIntoId: null });
  });

  it("into a claim that was merged a moment before answers that somebody was first", async () => {
    const [a, b, c] = [await receive(), await receive(), await receive()];
    const outcome = await meanwhile(
      b,
      () => merge(a, b),
      async (tx) => {
        await set(tx, b, { ...closed, status: "duplicate", mergedIntoId: c.id });
        await set(tx, c, { reportCount: { increment: 1 } });
      },
    );
    expect(outcome).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
    expect(await claimOf(a.id)).toMatchObject({ status: "received", mergedIntoId: null });
  });

  it("in a crowd of merges, closings, reopenings and reports leaves every count right", async () => {
    const claims = [await receive(), await receive(), await receive(), await receive(), await receive()];
    const one = (index: number) => claims[index % claims.length] as (typeof claims)[number];
    for (let round = 0; round < 6; round += 1) {
      const { reportId } = await db.claimReport.findFirstOrThrow({ where: { claimId: one(round).id } });
      const outcomes = await Promise.allSettled([
        merge(one(round), one(round + 1)),
        merge(one(round + 1), one(round + 2)),
        merge(one(round + 2), one(round)),
        reopen(one(round + 3)),
        close(one(round + 4)),
        join(one(round)),
        join(one(round + 1)),
        separateReport(moderator, { reportId }),
        reopen(one(round + 1)),
      ]);
      // What is refused is refused in our words, as every door does where too much waits at once.
      const raw = outcomes.flatMap((outcome) =>
        outcome.status === "rejected" &&
        outcome.reason?.name !== "AppError" &&
        laterOf(outcome.reason) !== "BUSY"
          ? [outcome.reason]
          : [],
      );
      expect(raw.map(String)).toEqual([]);
    }
    expect(await miscounted()).toEqual([]);
    const closedParents = await db.claim.count({ where: { mergedInto: { status: "duplicate" } } });
    expect(closedParents).toBe(0);
  });
});

describe("taking a duplicate out again", () => {
  it("counts right when what it was merged into is merged at the same moment", async () => {
    const [a, b, c] = [await receive(), await receive(), await receive()];
    await merge(a, b);
    const [reopened, merged] = await Promise.all([reopen(a), merge(b, c)]);
    expect(merged).toEqual({ ok: true });
    expect([{ ok: true }, { ok: false, reason: "CLAIM_CHANGED" }]).toContainEqual(reopened);
    expect(await miscounted()).toEqual([]);
  });
});

it("finds and mends a count that is wrong all the same", async () => {
  const [a, b] = [await receive(), await receive()];
  await merge(a, b);
  await db.claim.update({ where: { id: b.id }, data: { reportCount: 7 } });
  await db.claim.update({ where: { id: a.id }, data: { reportCount: 0 } });
  await checkCounts();
  expect(await claimOf(b.id)).toMatchObject({ reportCount: 2 });
  expect(await claimOf(a.id)).toMatchObject({ reportCount: 1 });
});
