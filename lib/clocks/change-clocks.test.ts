import { beforeAll, describe, expect, it } from "vitest";
import { days, hours, after as later, minutes } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { Urgency } from "#lib/reference/urgency";
import { readyReference } from "#seed/reference";
import type { ClockKind } from "./allowances.ts";
import { mergeClocks } from "./merge-clocks.ts";
import { pauseClocks, resumeClocks } from "./pause-clocks.ts";
import { setUrgency } from "./set-urgency.ts";
import { startClocks, startWork } from "./start-clocks.ts";
import { reopenClocks, stopClocks, stopWork } from "./stop-clocks.ts";

beforeAll(readyReference);

const at = (text: string) => new Date(`${text}:00+08:00`);
/** A Friday noon: the weekend is twelve hours away. */
const friday = at("2026-12-04T12:00");

async function claimOf(urgency: Urgency, started = friday, pauseReason: "kept-apart" | null = null) {
  const id = newId();
  await db.claim.create({
    data: {
      id,
      wording: "本地自来水厂明天停水。",
      status: "received",
      urgency,
      createdAt: started,
      lastReportedAt: started,
      updatedAt: started,
    },
  });
  await startClocks(db, { claimId: id, urgency, at: started, pauseReason });
  return id;
}

async function workOn(claimId: string, urgency: Urgency, offeredAt: Date, handedFromId?: string) {
  const id = newId();
  await db.assignment.create({
    data: {
      id,
      claimId,
      memberId: handedFromId ? "group-sctv" : "sc-piyao",
      purpose: "verify",
      status: "offered",
      offeredAt,
    },
  });
  await startWork(db, { claimId, assignmentId: id, urgency, at: offeredAt, handedFromId });
  return id;
}

async function clocksOf(claimId: string, assignmentId: string | null = null) {
  const rows = await db.clock.findMany({ where: { claimId, assignmentId } });
  return Object.fromEntries(rows.map((row) => [row.kind, row])) as Record<ClockKind, (typeof rows)[number]>;
}

const dueOf = async (claimId: string, assignmentId: string | null = null) =>
  Object.fromEntries(
    Object.entries(await clocksOf(claimId, assignmentId)).map(([kind, { dueAt }]) => [kind, dueAt]),
  );

describe("the clocks of a claim", () => {
  it("start with its first report, in the calendar of its class", async () => {
    expect(await dueOf(await claimOf("P1"))).toEqual({
      triage: later(friday, hours(1)),
      "first-word": later(friday, hours(6)),
      verdict: later(friday, hours(24)),
    });
    expect(await dueOf(await claimOf("P2"))).toEqual({
      triage: at("2026-12-04T16:00"),
      "first-word": at("2026-12-07T12:00"),
      verdict: at("2026-12-08T12:00"),
    });
    expect(await dueOf(await claimOf("P3"))).toEqual({
      triage: at("2026-12-07T12:00"),
      verdict: at("2026-12-11T12:00"),
    });
  });

  it("follow the days that data declares", async () => {
    const day = new Date("2027-05-03T00:00:00Z");
    await db.calendarDay.create({ data: { day, kind: "holiday", name: "劳动节", source: "国办发明电" } });
    expect(await dueOf(await claimOf("P2", at("2027-05-03T10:00")))).toMatchObject({
      triage: at("2027-05-04T04:00"),
    });
  });

  it("wait while the claim is kept apart, and begin when it is released", async () => {
    const id = await claimOf("P1", friday, "kept-apart");
    expect(await dueOf(id)).toEqual({ triage: null, "first-word": null, verdict: null });
    await resumeClocks(db, { claimId: id, reason: "kept-apart", at: later(friday, days(1)) });
    expect(await dueOf(id)).toMatchObject({ triage: later(friday, hours(25)) });
  });

  it("pause with a reason and go on with the rest of their time", async () => {
    const id = await claimOf("P1");
    const work = await workOn(id, "P1", later(friday, hours(1)));
    await pauseClocks(db, { claimId: id, reason: "waiting-evidence", at: later(friday, hours(2)) });
    expect(await clocksOf(id)).toMatchObject({
      verdict: { pauseReason: "waiting-evidence", dueAt: null, usedMs: BigInt(hours(2)) },
    });
    expect(await dueOf(id, work)).toEqual({ acknowledge: null, verdict: null });
    // Another reason resumes nothing.
    await resumeClocks(db, { claimId: id, reason: "kept-apart", at: later(friday, hours(3)) });
    expect(await dueOf(id)).toMatchObject({ verdict: null });
    await resumeClocks(db, { claimId: id, reason: "waiting-evidence", at: later(friday, hours(12)) });
    expect(await dueOf(id)).toMatchObject({ verdict: later(friday, hours(34)) });
    expect(await dueOf(id, work)).toMatchObject({ verdict: later(friday, hours(34)) });
  });

  it("get the budget of the class to which the claim is raised, and keep what they used", async () => {
    const id = await claimOf("P2");
    const work = await workOn(id, "P2", later(friday, hours(1)));
    // Of the 20 hours twelve were Friday's.
    const raised = later(friday, hours(20));
    await setUrgency(db, { claimId: id, urgency: "P1", at: raised });
    expect(await dueOf(id)).toEqual({
      triage: raised,
      "first-word": raised,
      verdict: later(raised, hours(12)),
    });
    expect(await dueOf(id, work)).toMatchObject({ verdict: later(raised, hours(12)) });
  });

  it("lose the first word when the claim is lowered to a class without it, and get it back", async () => {
    const id = await claimOf("P1");
    await setUrgency(db, { claimId: id, urgency: "P3", at: later(friday, hours(2)) });
    expect(await clocksOf(id)).toMatchObject({ "first-word": { stopReason: "lowered", dueAt: null } });
    expect(await dueOf(id)).toMatchObject({ verdict: at("2026-12-11T12:00") });
    await setUrgency(db, { claimId: id, urgency: "P1", at: later(friday, hours(5)) });
    const going = await db.clock.findMany({ where: { claimId: id, kind: "first-word", stoppedAt: null } });
    expect(going.map(({ dueAt }) => dueAt)).toEqual([later(friday, hours(6))]);
  });

  it("stay stopped when the first word was told before", async () => {
    const id = await claimOf("P1");
    await stopClocks(db, { claimId: id, kinds: ["first-word"], reason: "done", at: later(friday, hours(1)) });
    await setUrgency(db, { claimId: id, urgency: "P0", at: later(friday, hours(2)) });
    expect(await clocksOf(id)).toMatchObject({ "first-word": { stopReason: "done" } });
  });

  it("of two that become one are due as early as the earlier", async () => {
    const [slow, quick] = [await claimOf("P2"), await claimOf("P1", later(friday, hours(3)))];
    const work = await workOn(slow, "P2", later(friday, hours(1)));
    await mergeClocks(db, { fromId: quick, intoId: slow, at: later(friday, hours(4)) });
    expect(await dueOf(slow)).toEqual({
      triage: later(friday, hours(4)),
      "first-word": later(friday, hours(9)),
      verdict: later(friday, hours(27)),
    });
    expect(await dueOf(slow, work)).toMatchObject({ verdict: later(friday, hours(27)) });
    const [old, young] = [await claimOf("P1"), await claimOf("P1", later(friday, hours(3)))];
    await mergeClocks(db, { fromId: young, intoId: old, at: later(friday, hours(4)) });
    expect(await dueOf(old)).toMatchObject({ verdict: later(friday, hours(24)) });
  });

  it("go on where they stopped when what closed the claim is undone", async () => {
    const id = await claimOf("P1");
    const kinds = ["triage", "first-word", "verdict"] as const;
    await stopClocks(db, { claimId: id, kinds: ["triage"], reason: "done", at: later(friday, hours(1)) });
    await stopClocks(db, { claimId: id, kinds, reason: "closed", at: later(friday, hours(4)) });
    expect(await clocksOf(id)).toMatchObject({
      verdict: { usedMs: BigInt(hours(4)), stopReason: "closed", dueAt: null },
    });
    const reopened = later(friday, days(3));
    await reopenClocks(db, { claimId: id, kinds, stoppedFor: ["closed", "merged"], at: reopened });
    expect(await dueOf(id)).toEqual({
      triage: null,
      "first-word": later(reopened, hours(2)),
      verdict: later(reopened, hours(20)),
    });
  });
});

describe("the clocks of a member's work", () => {
  it("ask for an answer within the time of triage, and for the work with the claim's verdict", async () => {
    const id = await claimOf("P1");
    const offered = later(friday, hours(3));
    const work = await workOn(id, "P1", offered);
    expect(await dueOf(id, work)).toEqual({
      acknowledge: later(offered, hours(1)),
      verdict: later(friday, hours(24)),
    });
    const accepted = { reason: "done", at: later(offered, minutes(20)) } as const;
    await stopWork(db, { claimId: id, assignmentId: work, kinds: ["acknowledge"], ...accepted });
    expect(await dueOf(id, work)).toMatchObject({ acknowledge: null, verdict: later(friday, hours(24)) });
  });

  it("go on where they stand when the work is handed over", async () => {
    const id = await claimOf("P1");
    const work = await workOn(id, "P1", friday);
    const moment = later(friday, hours(5));
    const kinds = ["acknowledge", "verdict"] as const;
    await stopWork(db, { claimId: id, assignmentId: work, kinds, reason: "handed-over", at: moment });
    const next = await workOn(id, "P1", moment, work);
    expect(await dueOf(id, next)).toEqual({
      acknowledge: later(moment, hours(1)),
      verdict: later(friday, hours(24)),
    });
  });

  it("are paused from the start while the claim waits", async () => {
    const id = await claimOf("P1");
    await pauseClocks(db, { claimId: id, reason: "waiting-evidence", at: later(friday, hours(1)) });
    const work = await workOn(id, "P1", later(friday, hours(2)));
    expect(await dueOf(id, work)).toEqual({ acknowledge: null, verdict: null });
  });

  it("on a published claim have the time of its class", async () => {
    const id = await claimOf("P1");
    await stopClocks(db, { claimId: id, kinds: ["verdict"], reason: "done", at: later(friday, hours(20)) });
    const opened = later(friday, days(9));
    expect(await dueOf(id, await workOn(id, "P1", opened))).toMatchObject({
      verdict: later(opened, hours(24)),
    });
  });
});
