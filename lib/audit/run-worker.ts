import type { JobResult, PgBoss } from "pg-boss";
import { freeJobsOfTheDead, openQueues } from "#lib/platform/jobs";
import { log } from "#lib/platform/log";
import { oneByOne } from "#lib/platform/one-by-one";
import { EVENT_QUEUE, MINUTE_QUEUE, SLOW_EVENT_QUEUE, SWEEP_QUEUE } from "./queues.ts";
import { type Reactions, runReactions } from "./run-reactions.ts";

export type Sweeps = Record<string, () => Promise<void>>;
/** By the queue that wakes it: work that stands in tables of its own, and is looked for every few seconds in any case. */
export type Chores = Record<string, () => Promise<void>>;

/** Events taken from the queue at once; a full batch is followed by the next without a pause. */
const BATCH = 20;

/**
 * Takes events from the queue and runs their reactions, each until it has succeeded once. A killed worker stops its
 * heartbeat and the event is taken up again; reactions that had run are not run again.
 * The returned function ends the work after what is in hand.
 */
export async function runWorker(
  reactions: Reactions,
  sweeps: Sweeps,
  chores: Chores,
  everyMinute: Sweeps,
): Promise<() => Promise<void>> {
  const boss = await openQueues();
  const options = {
    batchSize: BATCH,
    burstWhenBatchFull: true,
    localConcurrency: 2,
    // A notification wakes the worker; this is how long a lost one can delay it.
    notifyPollingIntervalSeconds: 2,
    perJobResults: true,
    includeMetadata: true,
  } as const;
  await boss.work<{ eventId: string }, unknown, typeof options>(EVENT_QUEUE, options, (batch) =>
    Promise.all(
      batch.map(({ id, data, retryCount }) =>
        settle(id, runReactions(reactions, data.eventId, retryCount > 0)),
      ),
    ),
  );
  // One after the other, beside the quick ones.
  const oneByOne = {
    notifyPollingIntervalSeconds: 2,
    burstWhenBatchFull: true,
    includeMetadata: true,
  } as const;
  await boss.work<{ eventId: string }, unknown, typeof oneByOne>(
    SLOW_EVENT_QUEUE,
    oneByOne,
    async (batch) => {
      for (const { data, retryCount } of batch) await runReactions(reactions, data.eventId, retryCount > 0);
    },
  );
  for (const [queue, work] of Object.entries(chores)) {
    await boss.work(queue, { notifyPollingIntervalSeconds: 2 }, () => inTurn({ [queue]: work }));
    await boss.unschedule(queue);
  }
  const tick = setInterval(() => void lookAfter(boss, Object.keys(chores)), TICK);
  await boss.work(MINUTE_QUEUE, { pollingIntervalSeconds: 10 }, () => inTurn(everyMinute));
  await boss.schedule(MINUTE_QUEUE, "* * * * *");
  await boss.work(SWEEP_QUEUE, { pollingIntervalSeconds: 30 }, () => inTurn(sweeps));
  await boss.schedule(SWEEP_QUEUE, "17 * * * *");
  await boss.send(SWEEP_QUEUE, {}, { singletonKey: "start", singletonSeconds: 60 });
  return () => {
    clearInterval(tick);
    return boss.stop({ graceful: true, timeout: 10_000 });
  };
}

/** How often somebody looks whether another worker has died, in milliseconds. */
const TICK = 5_000;

/** What a dead worker had in hand goes on: its events at once, and what stands in tables is looked for. */
async function lookAfter(boss: PgBoss, chores: readonly string[]): Promise<void> {
  try {
    await freeJobsOfTheDead([EVENT_QUEUE, SLOW_EVENT_QUEUE]);
    for (const chore of chores) await boss.send(chore, {});
  } catch (error) {
    log.warn({ err: error }, "the work of other workers could not be looked after; soon again");
  }
}

const inTurn = (works: Sweeps): Promise<void> =>
  oneByOne(
    Object.entries(works),
    ([name]) => name,
    ([, work]) => work(),
  );

/** One job's own outcome, so that a failing neighbour does not make it run again. */
const settle = (id: string, work: Promise<void>): Promise<JobResult> =>
  work.then(
    () => ({ id, status: "completed" }),
    (error: unknown) => ({ id, status: "failed", output: { message: String(error) } }),
  );
