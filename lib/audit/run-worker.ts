import type { JobResult } from "pg-boss";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { openQueues } from "#lib/platform/jobs";
import { log } from "#lib/platform/log";
import { type EventType, isOutboxType, type OutboxType, outboxTypes } from "./event-types.ts";
import { EVENT_QUEUE, SLOW_EVENT_QUEUE, SWEEP_QUEUE } from "./queues.ts";
import { enqueueEvents } from "./record-event.ts";

/** What a reaction learns of an event; it reads the rest itself. */
export type WorkedEvent = { id: string; type: EventType; subjectId: string; claimId: string | null };
export type Reaction = (event: WorkedEvent) => Promise<void>;
export type Reactions = Record<OutboxType, Record<string, Reaction>>;
export type Sweeps = Record<string, () => Promise<void>>;
/** By the queue that wakes it: work that stands in tables of its own, and is looked for once a minute in any case. */
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
): Promise<() => Promise<void>> {
  const boss = await openQueues();
  const options = {
    batchSize: BATCH,
    burstWhenBatchFull: true,
    localConcurrency: 2,
    // A notification wakes the worker; this is how long a lost one can delay it.
    notifyPollingIntervalSeconds: 2,
    perJobResults: true,
  } as const;
  await boss.work<{ eventId: string }, unknown, typeof options>(EVENT_QUEUE, options, (batch) =>
    Promise.all(batch.map(({ id, data }) => settle(id, react(reactions, data.eventId)))),
  );
  // One after the other, beside the quick ones.
  const oneByOne = { notifyPollingIntervalSeconds: 2, burstWhenBatchFull: true };
  await boss.work<{ eventId: string }>(SLOW_EVENT_QUEUE, oneByOne, async (batch) => {
    for (const { data } of batch) await react(reactions, data.eventId);
  });
  for (const [queue, work] of Object.entries(chores)) {
    await boss.work(queue, { notifyPollingIntervalSeconds: 2 }, work);
    await boss.schedule(queue, "* * * * *");
  }
  await boss.work(SWEEP_QUEUE, { pollingIntervalSeconds: 30 }, async () => {
    for (const sweep of Object.values(sweeps)) await sweep();
  });
  await boss.schedule(SWEEP_QUEUE, "17 * * * *");
  await boss.send(SWEEP_QUEUE, {}, { singletonKey: "start", singletonSeconds: 60 });
  return () => boss.stop({ graceful: true, timeout: 10_000 });
}

/** One job's own outcome, so that a failing neighbour does not make it run again. */
const settle = (id: string, work: Promise<void>): Promise<JobResult> =>
  work.then(
    () => ({ id, status: "completed" }),
    (error: unknown) => ({ id, status: "failed", output: { message: String(error) } }),
  );

/** Runs what has not run yet for one event. One reaction that fails does not keep the others from running. */
export async function react(reactions: Reactions, eventId: string): Promise<void> {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: {
      id: true,
      type: true,
      subjectId: true,
      claimId: true,
      reactions: { select: { reaction: true } },
    },
  });
  if (!event || !isOutboxType(event.type)) return;
  const done = new Set(event.reactions.map(({ reaction }) => reaction));
  const failures: unknown[] = [];
  for (const [reaction, run] of Object.entries(reactions[event.type])) {
    if (done.has(reaction)) continue;
    try {
      await run(event);
      await db.reactionRun.createMany({ data: { eventId, reaction, ranAt: now() }, skipDuplicates: true });
    } catch (error) {
      log.error(
        { err: error, reaction, event: event.type, eventId },
        "a reaction failed; it will be tried again",
      );
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `reactions to ${event.type} failed`);
}

const SWEEP_WINDOW = minutes(60 * 24 * 3);

/** Enqueues again what should have run long ago: the queue gave up on it, or lost it. */
export async function sweepEvents(): Promise<void> {
  const missed = await db.event.findMany({
    where: {
      type: { in: [...outboxTypes] },
      at: { gt: after(now(), -SWEEP_WINDOW), lt: after(now(), -minutes(15)) },
      reactions: { none: {} },
    },
    orderBy: { seq: "asc" },
    take: 500,
    select: { id: true, type: true },
  });
  if (missed.length === 0) return;
  await db.$transaction((tx) => enqueueEvents(tx, missed));
}
