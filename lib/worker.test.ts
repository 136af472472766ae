import { PgBoss } from "pg-boss";
import { afterAll, expect, it, vi } from "vitest";
import { EVENT_QUEUE } from "#lib/audit/queues";
import { messages } from "#lib/i18n/messages";
import { submitReport } from "#lib/intake/submit-report";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { freeJobsOfTheDead } from "#lib/platform/jobs";
import { reactions, startWorker } from "./worker.ts";

let stop: (() => Promise<void>) | undefined;
afterAll(() => stop?.());

const claimOf = (text: string) =>
  db.claimReport.findFirst({ where: { report: { text } }, select: { claim: { select: { status: true } } } });

it("does nothing that the desk has no word for", () => {
  const names = new Set(Object.values(reactions).flatMap((named) => Object.keys(named)));
  for (const { labels } of Object.values(messages)) {
    expect(Object.keys(labels.reaction).toSorted()).toEqual([...names].toSorted());
  }
});

it("takes up at once what its workers died of again and again, and never gives it up for that", async () => {
  await submitReport({ text: "处理它的进程一再被杀" }, { channel: "web", locale: "zh-CN" });
  const queue = [EVENT_QUEUE];
  // As the queue leaves it after the nineteenth death.
  await db.$executeRaw`
    UPDATE pgboss.job SET state = 'retry', retry_count = 19, start_after = now() + interval '5 minutes',
      output = '{ "value": { "message": "job heartbeat timeout" } }' WHERE name = ${EVENT_QUEUE}`;
  await freeJobsOfTheDead(queue);
  const jobs = () => db.$queryRaw<{ retries: number; waits: boolean }[]>`
    SELECT retry_count AS retries, start_after > now() AS waits FROM pgboss.job WHERE name = ${EVENT_QUEUE}`;
  expect(await jobs()).toEqual([{ retries: 1, waits: false }]);
  // What threw waits as long as it has to.
  await db.$executeRaw`
    UPDATE pgboss.job SET retry_count = 3, start_after = now() + interval '5 minutes',
      output = '{ "value": { "message": "report.submitted: receiveReport failed" } }' WHERE name = ${EVENT_QUEUE}`;
  await freeJobsOfTheDead(queue);
  expect(await jobs()).toEqual([{ retries: 3, waits: true }]);
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = ${EVENT_QUEUE}`;
});

it("takes up what a killed worker had in hand, and what arrives later at once", async () => {
  await submitReport({ text: "处理到一半，进程被杀" }, { channel: "web", locale: "zh-CN" });
  // As a worker leaves it that is killed right after it took the job: active, with a heartbeat that stops.
  const killed = new PgBoss({
    connectionString: config.DATABASE_URL,
    supervise: false,
    schedule: false,
    migrate: false,
  });
  await killed.start();
  const [inHand, ...others] = await killed.fetch(EVENT_QUEUE);
  expect(others).toEqual([]);
  await killed.stop({ graceful: false });
  /** When its heart was heard last, in minutes from now: on a busy machine much time may pass before anything happens. */
  const heard = (minutes: number) => db.$executeRaw`
    UPDATE pgboss.job SET heartbeat_on = now() + make_interval(mins => ${minutes}::int) WHERE id = ${inHand?.id}::uuid`;
  await heard(10);

  stop = await startWorker();
  await submitReport({ text: "随后到来的一条" }, { channel: "web", locale: "zh-CN" });
  await vi.waitFor(async () => expect(await claimOf("随后到来的一条")).toBeTruthy(), {
    timeout: 60_000,
    interval: 50,
  });
  expect(await claimOf("处理到一半，进程被杀")).toBeNull();
  await heard(-10);
  await vi.waitFor(async () => expect(await claimOf("处理到一半，进程被杀")).toBeTruthy(), {
    timeout: 60_000,
    interval: 500,
  });
});
