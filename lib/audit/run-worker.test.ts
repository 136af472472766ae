import { beforeAll, expect, it, vi } from "vitest";
import { placeReport } from "#lib/claims/reports/place-report";
import { submitReport } from "#lib/intake/submit-report";
import { at, withoutReactions } from "#lib/platform/at";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { readyReference } from "#seed/reference";
import { type OutboxType, outboxTypes } from "./event-types.ts";
import { EVENT_QUEUE } from "./queues.ts";
import { react, sweepEvents } from "./run-worker.ts";

beforeAll(readyReference);

async function submittedEvent(text: string) {
  await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  const report = await db.report.findFirstOrThrow({ where: { text } });
  return db.event.findFirstOrThrow({ where: { type: "report.submitted", subjectId: report.id } });
}

it("runs a reaction again after it failed, and no reaction twice after it succeeded", async () => {
  const event = await submittedEvent("会失败一次");
  const steady = vi.fn(async () => {});
  const shaky = vi.fn(async () => {}).mockRejectedValueOnce(new Error("mail server down"));
  const none = Object.fromEntries(outboxTypes.map((type) => [type, {}])) as Record<
    OutboxType,
    Record<string, never>
  >;
  const reactions = { ...none, "report.submitted": { shaky, steady } };
  await expect(react(reactions, event.id)).rejects.toThrow();
  expect(steady).toHaveBeenCalledTimes(1);
  await react(reactions, event.id);
  await react(reactions, event.id);
  expect(shaky).toHaveBeenCalledTimes(2);
  expect(steady).toHaveBeenCalledTimes(1);
});

it("makes one claim of a report, however many workers take it up at once", async () => {
  const { subjectId } = await submittedEvent("抢着处理");
  await Promise.all(Array.from({ length: 8 }, () => placeReport(subjectId)));
  expect(await db.claimReport.count({ where: { reportId: subjectId } })).toBe(1);
  expect(await db.claim.count({ where: { wording: "抢着处理" } })).toBe(1);
});

it("leaves alone, for good, what was only told", async () => {
  const told = await at(after(now(), -hours(2)), () =>
    withoutReactions(() => submittedEvent("两个小时以前的事")),
  );
  expect(Date.now() - told.at.getTime()).toBeGreaterThan(hours(1));
  const waiting = () => db.$queryRaw`
    SELECT FROM pgboss.job WHERE name = ${EVENT_QUEUE} AND data ->> 'eventId' = ${told.id}`;
  expect(await waiting()).toEqual([]);
  await sweepEvents();
  expect(await waiting()).toEqual([]);
});
