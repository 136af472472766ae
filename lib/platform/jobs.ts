import { type ConstructorOptions, fromPrisma, PgBoss, type Queue } from "pg-boss";
import { config } from "./config.ts";
import { db, type Tx } from "./db.ts";
import { remember } from "./remember.ts";

/** A worker that dies stops its heartbeat; its job is taken up again a quarter of a minute later. */
const heartbeatSeconds = 10;

/** What a queue may be for. */
const kinds = {
  /** Every job counts, and is tried again until it has succeeded. */
  lasting: {
    retryLimit: 20,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    heartbeatSeconds,
    notify: true,
  },
  /** What is to be done stands in a table: one job at a time in all workers, and at most one waiting. */
  waking: {
    policy: "stately",
    retryLimit: 0,
    heartbeatSeconds,
    notify: true,
    // Every few seconds one is over.
    deleteAfterSeconds: 3_600,
  },
  /** What comes round by the clock; a few tries are enough. */
  hourly: { retryLimit: 3, heartbeatSeconds },
} satisfies Record<string, Omit<Queue, "name">>;

export type Queues = Readonly<Record<string, keyof typeof kinds>>;

/** What sends jobs from this process; the queue lives in the same PostgreSQL, and `installQueues` has made its tables. */
const sender = remember(
  "job sender",
  () => start({ max: 2, supervise: false, schedule: false }),
  Number.POSITIVE_INFINITY,
);

/** What a worker takes jobs from. It listens for new ones, and sees within 25 seconds that another worker has died. */
export const openQueues = (): Promise<PgBoss> =>
  start({ max: 4, useListenNotify: true, superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 });

function start(options: ConstructorOptions): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: config.DATABASE_URL, migrate: false, ...options });
  boss.on("error", () => {
    // A lost connection shows in /readyz; pg-boss reconnects by itself.
  });
  return boss.start();
}

/** Creates or updates the tables and queues; runs with the migrations, before any instance starts. */
export async function installQueues(databaseUrl: string, queues: Queues): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  await boss.start();
  for (const [name, kind] of Object.entries(queues)) {
    await boss.createQueue(name, kinds[kind]);
    const { policy: _, ...options }: Omit<Queue, "name"> = kinds[kind];
    await boss.updateQueue(name, options);
  }
  await boss.stop({ graceful: false });
}

type Job = { data: object; priority?: number };

/** Enqueues jobs inside the transaction that stored what they are about. */
export async function enqueue(tx: Tx, queue: string, jobs: readonly Job[]): Promise<void> {
  const boss = await sender();
  await boss.insert(queue, [...jobs], { db: fromPrisma(tx) });
}

/**
 * Lets the jobs of workers that died be taken up at once, however often their workers were killed: the queue counts a death
 * like a failure, waits twice as long after each, and gives up after some. They keep the sign of having been in hand.
 */
export async function freeJobsOfTheDead(queues: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE pgboss.job SET retry_count = least(retry_count, 1), start_after = now()
    WHERE name = ANY(${[...queues]}) AND state = 'retry' AND (start_after > now() OR retry_count > 1)
      AND output #>> '{value,message}' = 'job heartbeat timeout'`;
}

/** How many jobs of each queue wait, as the worker counted them a few seconds ago. */
export const backlogOf = (
  queues: readonly string[],
): Promise<{ name: string; waiting: number }[]> => db.$queryRaw`
  SELECT name, queued_count AS waiting FROM pgboss.queue WHERE name = ANY(${[...queues]})`;

/** Wakes whoever works on what a table holds; call it after that is stored. */
export async function wake(queue: string): Promise<void> {
  const boss = await sender();
  await boss.send(queue, {});
}
