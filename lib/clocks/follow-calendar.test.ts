import { afterEach, beforeAll, expect, it } from "vitest";
import { at } from "#lib/platform/at";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { readyReference } from "#seed/reference";
import { followCalendar } from "./follow-calendar.ts";

beforeAll(readyReference);
afterEach(() => db.calendarDay.deleteMany());

const moment = (text: string) => new Date(`${text}:00+08:00`);
const thursday = moment("2026-12-03T12:00");

const dueOf = async (claimId: string) => {
  const clocks = await db.clock.findMany({ where: { claimId, assignmentId: null, stoppedAt: null } });
  return Object.fromEntries(clocks.map(({ kind, dueAt }) => [kind, dueAt]));
};

const declare = (day: string, kind: "holiday" | "workday") =>
  db.calendarDay.create({
    data: { day: new Date(`${day}T00:00:00Z`), kind, name: "临时放假", source: "国务院办公厅" },
  });

it("dates what runs by days that were declared after it had begun, and back when they are called off", async () => {
  const { id } = await seedClaim({ urgency: "P2", receivedAt: thursday });
  const before = await dueOf(id);
  expect(before).toMatchObject({ verdict: moment("2026-12-07T12:00") });
  await declare("2026-12-04", "holiday");
  await at(thursday, followCalendar);
  expect(await dueOf(id)).toMatchObject({ triage: before.triage, verdict: moment("2026-12-08T12:00") });
  await db.calendarDay.deleteMany();
  await followCalendar();
  expect(await dueOf(id)).toEqual(before);
});

it("leaves alone what counts every hour, waits or has stopped", async () => {
  const urgent = await seedClaim({ urgency: "P1", receivedAt: thursday });
  const waiting = await seedClaim({
    status: "verifying",
    urgency: "P2",
    receivedAt: thursday,
    side: { state: "waiting-evidence", reason: "等回函" },
  });
  const ended = await seedClaim({ status: "opinion", urgency: "P2", receivedAt: thursday });
  const ids = [urgent.id, waiting.id, ended.id];
  const rows = () => db.clock.findMany({ where: { claimId: { in: ids } }, orderBy: { id: "asc" } });
  const before = await rows();
  await declare("2026-12-04", "holiday");
  await followCalendar();
  expect(await rows()).toEqual(before);
});
