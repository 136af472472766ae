import { type ConstructorOptions, fromPrisma, PgBoss } from "pg-boss";
import { config } from "./config.ts";
import type { Tx } from "./db.ts";
import { remember } from "./remember.ts";

/** The queue of events that wait for their reactions; the payload is `{ eventId }`. */
export const EVENT_QUEUE = "events";
/** The queue of events whose reactions take seconds: nothing else waits behind them. */
export const SLOW_EVENT_QUEUE = "slow-events";
/** The queue of the hourly sweep. */
export const SWEEP_QUEUE = "sweep";

/** The queue that wakes whoever sends letters; what is to be sent stands in the database. */
export const NOTIFICATION_QUEUE = "notifications";

/** What sends jobs from this process; the queue lives in the same PostgreSQL, and `installJobs` has made its tables. */
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
export async function installJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  await boss.start();
  // A worker that dies stops its heartbeat; its job is taken up again half a minute later.
  const retries = { retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };
  await boss.createQueue(EVENT_QUEUE, { ...retries, heartbeatSeconds: 20, notify: true });
  await boss.createQueue(SLOW_EVENT_QUEUE, { ...retries, heartbeatSeconds: 20, notify: true });
  await boss.createQueue(SWEEP_QUEUE, { retryLimit: 3, heartbeatSeconds: 20 });
  // One at a time in all workers, and at most one waiting: an address gets one letter, not two at once.
  const waking = { policy: "stately", retryLimit: 0, heartbeatSeconds: 20, notify: true } as const;
  await boss.createQueue(NOTIFICATION_QUEUE, waking);
  await boss.stop({ graceful: false });
}

type Waiting = { id: string; canWait?: boolean };

/** Enqueues the reactions to events inside the transaction that stored them; those that can wait come last. */
export async function enqueueEvents(tx: Tx, events: readonly Waiting[], queue = EVENT_QUEUE): Promise<void> {
  const boss = await sender();
  await boss.insert(
    queue,
    events.map(({ id, canWait }) => ({ data: { eventId: id }, priority: canWait ? -1 : 0 })),
    { db: fromPrisma(tx) },
  );
}

/** Wakes whoever sends letters; call it after what is to be sent is stored. */
export async function wakeNotifier(): Promise<void> {
  const boss = await sender();
  await boss.send(NOTIFICATION_QUEUE, {});
}
