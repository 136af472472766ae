import { beforeAll, expect, it } from "vitest";
import { hours, after as later } from "#lib/platform/clock";
import { db, type Prisma } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { readyReference } from "#seed/reference";
import { type ClockKind, pauseReasons, stopReasons } from "./allowances.ts";

beforeAll(readyReference);

const friday = new Date("2026-12-04T12:00:00+08:00");

type Row = Partial<Prisma.ClockUncheckedCreateInput>;
const stoppedAt = later(friday, hours(1));

async function insert(changed: Row) {
  const id = newId();
  await db.claim.create({
    data: {
      id,
      wording: "一句话",
      status: "received",
      urgency: "P2",
      createdAt: friday,
      lastReportedAt: friday,
      updatedAt: friday,
    },
  });
  const running = { runningSince: friday, dueAt: later(friday, hours(4)), startedAt: friday };
  const next = { escalatesAt: changed.runningSince === null ? null : later(friday, hours(1)) };
  const row = { id: newId(), claimId: id, kind: "triage", calendar: "always", budgetMs: hours(4) } as const;
  await db.clock.create({ data: { ...row, ...running, ...next, ...changed } });
  return { ...row, ...running, ...next };
}

it.each<[string, Row]>([
  ["negative use", { usedMs: -1 }],
  ["a negative budget", { budgetMs: -1 }],
  ["a due time without running", { runningSince: null, pauseReason: "kept-apart" }],
  ["running without a due time", { dueAt: null }],
  ["running and stopped at once", { stoppedAt, stopReason: "done" }],
  ["running and paused at once", { pauseReason: "kept-apart" }],
  [
    "paused and stopped at once",
    { runningSince: null, dueAt: null, pauseReason: "kept-apart", stoppedAt, stopReason: "done" },
  ],
  ["neither running, paused nor stopped", { runningSince: null, dueAt: null }],
  ["stopped without a reason", { runningSince: null, dueAt: null, stoppedAt }],
  ["a reason without a stop", { stopReason: "done" }],
  ["an unknown kind", { kind: "lunch" as ClockKind }],
  ["an unknown calendar", { calendar: "lunar" as "always" }],
  ["an unknown reason of a pause", { runningSince: null, dueAt: null, pauseReason: "tired" as "kept-apart" }],
  [
    "an unknown reason of a stop",
    { runningSince: null, dueAt: null, stoppedAt, stopReason: "tired" as "done" },
  ],
  ["an unknown level", { level: 4 }],
  [
    "a next level without running",
    { runningSince: null, dueAt: null, pauseReason: "kept-apart", escalatesAt: friday },
  ],
  ["running without a next level", { escalatesAt: null }],
  ["a next level after the last", { level: 3 }],
  ["an answer to no offer", { kind: "acknowledge" }],
])("refuses %s", async (_, changed) => {
  await expect(insert(changed)).rejects.toThrow(/clocks_/);
});

it("holds every word of the vocabulary", async () => {
  for (const pauseReason of pauseReasons) await insert({ runningSince: null, dueAt: null, pauseReason });
  for (const stopReason of stopReasons)
    await insert({ runningSince: null, dueAt: null, stoppedAt, stopReason });
  for (const kind of ["first-word", "verdict", "objection"] as const) await insert({ kind });
});

it("refuses a second clock that goes on for the same thing", async () => {
  const row = await insert({});
  await expect(db.clock.create({ data: { ...row, id: newId() } })).rejects.toThrow(/Unique/);
  const { id: assignmentId } = await db.assignment.create({
    data: {
      id: newId(),
      claimId: row.claimId,
      memberId: "sc-piyao",
      purpose: "verify",
      status: "offered",
      offeredAt: friday,
    },
  });
  const ofWork = () => db.clock.create({ data: { ...row, id: newId(), assignmentId, kind: "verdict" } });
  await ofWork();
  await expect(ofWork()).rejects.toThrow(/Unique/);
});

it("refuses a day that is neither worked nor free", async () => {
  const day = {
    day: new Date("2027-10-01T00:00:00Z"),
    kind: "half" as "holiday",
    name: "国庆节",
    source: "",
  };
  await expect(db.calendarDay.create({ data: day })).rejects.toThrow(/calendar_days_kind/);
});
