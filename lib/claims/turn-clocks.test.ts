import { describe, expect, it } from "vitest";
import { placeReport } from "#lib/claims/reports/place-report";
import { countQueue } from "#lib/desk/count-queue";
import { listQueue } from "#lib/desk/list-queue";
import { openCorrection } from "#lib/editorial/open-correction";
import { submitReport } from "#lib/intake/submit-report";
import { at } from "#lib/platform/at";
import { days, hours, after as later } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { type SeedClaim, seedClaim } from "#seed/claims";
import { readyReference } from "#seed/reference";
import { closeClaim } from "./close-claim.ts";
import { mergeClaim } from "./merge-claim.ts";
import { openClaim } from "./open-claim.ts";
import { raiseOnSpike } from "./raise-on-spike.ts";
import { reopenClaim } from "./reopen-claim.ts";
import { joinClaim } from "./reports/join-claim.ts";
import { loadReport } from "./reports/load-report.ts";
import { releaseClaim } from "./reports/release-claim.ts";
import { triageClaim } from "./triage-claim.ts";
import { resumeClaim, waitForEvidence } from "./wait-for-evidence.ts";

/** A Friday noon: twelve hours are left of the working week. */
const friday = new Date("2026-12-04T12:00:00+08:00");
const inHours = (count: number) => later(friday, hours(count));

const seed = (wanted: SeedClaim = {}) => seedClaim({ receivedAt: friday, ...wanted });

/** What goes on for a claim: when it is due, in hours since Friday noon, or why it is paused. */
async function dueOf(claimId: string) {
  const clocks = await db.clock.findMany({ where: { claimId, assignmentId: null, stoppedAt: null } });
  return Object.fromEntries(
    clocks.map(({ kind, dueAt, pauseReason }) => [
      kind,
      pauseReason ?? ((dueAt?.getTime() ?? 0) - friday.getTime()) / hours(1),
    ]),
  );
}

const stopsOf = async (claimId: string) => {
  const clocks = await db.clock.findMany({
    where: { claimId, assignmentId: null, NOT: { stoppedAt: null } },
  });
  return Object.fromEntries(clocks.map(({ kind, stopReason }) => [kind, stopReason]));
};

const triage = (claimId: string, urgency: "P0" | "P1" | "P2" | "P3", version = 1) => ({
  claimId,
  version,
  wording: "一句可以核查的话",
  topicId: "food",
  places: ["510100"],
  urgency,
});

const close = (claimId: string, version = 1) => ({
  claimId,
  version,
  closing: "opinion" as const,
  note: "这是看法，不作核查。",
});

async function load(text: string) {
  const filed = await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  if (!filed.ok) throw new Error(filed.reason);
  const { id } = await db.report.findFirstOrThrow({ where: { text } });
  const report = await loadReport(id);
  if (!report) throw new Error("lost");
  return report;
}

it("start with the first report", async () => {
  await readyReference();
  const report = await load("时钟从第一条线索算起");
  await placeReport(report.id);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId: report.id } });
  const clocks = await db.clock.findMany({ where: { claimId }, orderBy: { budgetMs: "asc" } });
  expect(clocks.map(({ kind }) => kind)).toEqual(["triage", "first-word", "verdict"]);
  for (const clock of clocks) expect(clock).toMatchObject({ startedAt: report.submittedAt, usedMs: 0n });
});

describe("the clocks of a claim that is accepted", () => {
  it("count from the first report on, by its class; the triage has ended", async () => {
    const { id, actors } = await seed({ urgency: "P2" });
    expect(await dueOf(id)).toEqual({ triage: 4, "first-word": 72, verdict: 96 });
    await at(inHours(2), () => triageClaim(actors.moderator, triage(id, "P1")));
    expect(await dueOf(id)).toEqual({ "first-word": 6, verdict: 24 });
    expect(await stopsOf(id)).toEqual({ triage: "done" });
  });

  it("keep what they used when the class is lowered", async () => {
    const { id, actors } = await seed({ urgency: "P1" });
    await at(inHours(2), () => triageClaim(actors.moderator, triage(id, "P3")));
    expect(await dueOf(id)).toEqual({ verdict: 7 * 24 });
    expect(await stopsOf(id)).toEqual({ triage: "done", "first-word": "lowered" });
  });
});

describe("the clocks of a claim that waits for evidence", () => {
  it("pause, and go on with the time that was left", async () => {
    const { id, version, actors } = await seed({ status: "verifying", urgency: "P1" });
    const wait = { claimId: id, version, reason: "等检测" };
    expect(await at(inHours(8), () => waitForEvidence(actors.moderator, wait))).toEqual({ ok: true });
    expect(await dueOf(id)).toEqual({ "first-word": "waiting-evidence", verdict: "waiting-evidence" });
    const resume = { claimId: id, version: version + 1 };
    expect(await at(inHours(50), () => resumeClaim(actors.moderator, resume))).toEqual({ ok: true });
    expect(await dueOf(id)).toEqual({ "first-word": 50, verdict: 66 });
    const again = { claimId: id, version: version + 2 };
    expect(await resumeClaim(actors.moderator, again)).toEqual({ ok: false, reason: "MOVE_REFUSED" });
  });

  it("are not overdue in the queue, and are again when they run", async () => {
    const { id, version, actors } = await seed({ status: "verifying", urgency: "P1" });
    const overdue = async (hour: number) => {
      const read = () =>
        Promise.all([listQueue(actors.moderator, { view: "overdue" }), countQueue(actors.moderator)]);
      const [{ items, nextCursor }, counts] = await at(inHours(hour), read);
      expect([items.length, nextCursor]).toEqual([counts.overdue, null]);
      return items.some((row) => row.id === id);
    };
    expect(await overdue(23)).toBe(false);
    expect(await overdue(25)).toBe(true);
    const wait = { claimId: id, version, reason: "等检测" };
    await at(inHours(20), () => waitForEvidence(actors.moderator, wait));
    expect(await overdue(25)).toBe(false);
    await at(inHours(30), () => resumeClaim(actors.moderator, { claimId: id, version: version + 1 }));
    expect([await overdue(33), await overdue(35)]).toEqual([false, true]);
  });

  it("get the class of a spike at the same moment, one after the other", async () => {
    const reports = Array.from({ length: 21 }, (_, index) => ({
      text: `大桥塌了，第${index}次有人问`,
      submittedAt: inHours(0.5),
    }));
    const { id, version, actors } = await seed({ status: "triaged", urgency: "P1", reports });
    await at(inHours(1.2), () =>
      Promise.all([
        waitForEvidence(actors.moderator, { claimId: id, version, reason: "等检测" }),
        raiseOnSpike(id),
      ]),
    );
    const [verdict] = await db.clock.findMany({ where: { claimId: id, kind: "verdict" } });
    expect(verdict).toMatchObject({ budgetMs: BigInt(hours(5)) });
  });
});

describe("a spike", () => {
  it("gives the clocks the time of the next class, less what they used", async () => {
    const reports = Array.from({ length: 20 }, (_, index) => ({
      text: `大桥要塌了，第${index}次有人问`,
      submittedAt: inHours(1),
    }));
    const { id } = await seed({ urgency: "P2", reports });
    const started = await db.claim.findUniqueOrThrow({ where: { id } });
    expect(started.createdAt).toEqual(inHours(1));
    await at(inHours(1.5), () => raiseOnSpike(id));
    expect(await dueOf(id)).toEqual({ triage: 2, "first-word": 7, verdict: 25 });
  });
});

describe("the clocks of a claim that is closed", () => {
  it("stop, and go on where they stopped when it is reopened", async () => {
    const { id, actors } = await seed({ urgency: "P1" });
    await at(inHours(0.5), () => closeClaim(actors.moderator, close(id)));
    expect(await dueOf(id)).toEqual({});
    expect(await stopsOf(id)).toEqual({ triage: "closed", "first-word": "closed", verdict: "closed" });
    const reopen = { claimId: id, version: 2, reason: "补充了新线索" };
    await at(inHours(48), () => reopenClaim(actors.moderator, reopen));
    expect(await dueOf(id)).toEqual({ triage: 48.5, "first-word": 53.5, verdict: 71.5 });
  });

  it("leave the triage done when it was accepted before", async () => {
    const { id, actors } = await seed({ urgency: "P1" });
    await at(inHours(0.5), () => triageClaim(actors.moderator, triage(id, "P1")));
    await at(inHours(1), () => closeClaim(actors.moderator, close(id, 2)));
    const reopen = { claimId: id, version: 3, reason: "补充了新线索" };
    await at(inHours(11), () => reopenClaim(actors.moderator, reopen));
    expect(await dueOf(id)).toEqual({ "first-word": 16, verdict: 34 });
    expect(await stopsOf(id)).toEqual({ triage: "done" });
  });
});

describe("a merge", () => {
  it("makes the claim that stays due as early as either was, and is undone with what was used", async () => {
    const slow = await seed({ urgency: "P2" });
    const quick = await seed({ urgency: "P1" });
    const merge = { claimId: quick.id, version: 1, intoNumber: slow.number, reason: "同一件事" };
    const moderator = slow.actors.moderator;
    expect(await at(inHours(0.5), () => mergeClaim(moderator, merge))).toEqual({ ok: true });
    expect(await dueOf(slow.id)).toEqual({ triage: 1, "first-word": 6, verdict: 24 });
    expect(await stopsOf(quick.id)).toEqual({ triage: "merged", "first-word": "merged", verdict: "merged" });
    const reopen = { claimId: quick.id, version: 2, reason: "不是同一件事" };
    await at(inHours(10), () => reopenClaim(moderator, reopen));
    expect(await dueOf(quick.id)).toEqual({ triage: 10.5, "first-word": 15.5, verdict: 33.5 });
  });

  it("leaves its due time when the claim that stays is accepted in the class it has", async () => {
    const [slow, quick] = [await seed({ urgency: "P2" }), await seed({ urgency: "P1" })];
    const merge = { claimId: quick.id, version: 1, intoNumber: slow.number, reason: "同一件事" };
    const moderator = slow.actors.moderator;
    await at(inHours(0.5), () => mergeClaim(moderator, merge));
    expect(await at(inHours(1), () => triageClaim(moderator, triage(slow.id, "P2")))).toEqual({ ok: true });
    expect(await dueOf(slow.id)).toEqual({ "first-word": 6, verdict: 24 });
  });

  it("of a late claim into a published one leaves the work on its correction the time it has", async () => {
    const published = await seedClaim({ status: "published", receivedAt: later(friday, -days(30)) });
    const note = "一处日期有误。";
    await at(friday, () =>
      openCorrection(published.actors.writer, { claimId: published.id, kind: "erratum", note }),
    );
    const work = () =>
      db.clock.findMany({ where: { claimId: published.id, stoppedAt: null }, orderBy: { id: "asc" } });
    const before = await work();
    expect(before.map(({ kind }) => kind)).toContain("verdict");
    const late = await seedClaim({ urgency: "P1", receivedAt: later(friday, -days(3)) });
    const merge = { claimId: late.id, version: 1, intoNumber: published.number, reason: "同一件事" };
    expect(await at(inHours(1), () => mergeClaim(late.actors.moderator, merge))).toEqual({ ok: true });
    expect(await work()).toEqual(before);
  });

  it("leaves the claim that stays as it was when the other would be due later", async () => {
    const [quick, slow] = [await seed({ urgency: "P1" }), await seed({ urgency: "P2" })];
    const merge = { claimId: slow.id, version: 1, intoNumber: quick.number, reason: "同一件事" };
    await at(inHours(0.5), () => mergeClaim(quick.actors.moderator, merge));
    expect(await dueOf(quick.id)).toEqual({ triage: 1, "first-word": 6, verdict: 24 });
  });
});

describe("the clocks of a claim that is kept apart", () => {
  /** Such a claim, opened on Friday noon. */
  async function keptApart(text: string) {
    await readyReference();
    const report = { ...(await load(text)), suspicion: "burst" as const, submittedAt: friday };
    const id = await db.$transaction((tx) => openClaim(tx, report));
    expect(await dueOf(id)).toEqual({
      triage: "kept-apart",
      "first-word": "kept-apart",
      verdict: "kept-apart",
    });
    return id;
  }

  it("begin when somebody lets it in", async () => {
    const id = await keptApart("同一句话来了一千遍，由人放行");
    const { actors } = await seed();
    const sunday = later(friday, days(2));
    await at(sunday, () => releaseClaim(actors.moderator, { claimId: id, version: 1 }));
    // Sunday noon: Monday begins twelve hours later.
    expect(await dueOf(id)).toEqual({ triage: 64, "first-word": 84, verdict: 108 });
  });

  it("begin when a report without suspicion joins it", async () => {
    const id = await keptApart("同一句话来了一千遍，有人认真问起");
    const other = await load("同一句话来了一千遍，这是认真问的");
    const match = { id, score: 1, level: "same", why: [] } as unknown as Parameters<typeof joinClaim>[2];
    await at(inHours(1), () => db.$transaction((tx) => joinClaim(tx, other, match)));
    expect(await dueOf(id)).toMatchObject({ triage: 5 });
  });

  it("begin when another claim is merged into it", async () => {
    const id = await keptApart("同一句话来了一千遍，另一个并进来");
    const { number } = await db.claim.findUniqueOrThrow({ where: { id } });
    const other = await seed({ urgency: "P2" });
    const merge = { claimId: other.id, version: 1, intoNumber: number, reason: "同一件事" };
    await at(inHours(2), () => mergeClaim(other.actors.moderator, merge));
    expect(await db.event.findMany({ where: { claimId: id, type: "claim.released" } })).toMatchObject([
      { actorUserId: other.crew.moderator.id },
    ]);
    expect(await dueOf(id)).toEqual({ triage: 4, "first-word": 72, verdict: 96 });
  });
});
