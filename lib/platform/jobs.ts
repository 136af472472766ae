import { fromPrisma, PgBoss } from "pg-boss";
import { config } from "./config.ts";
import type { Tx } from "./db.ts";

/** The queue of events that wait for their reactions; the payload is `{ eventId }`. */
export const EVENT_QUEUE = "events";
/** The queue of the hourly sweep. */
export const SWEEP_QUEUE = "sweep";

const shared = globalThis as { bianzhenJobs?: Promise<PgBoss> };

/**
 * The process's job queue, which lives in the same PostgreSQL. `installJobs` has made its tables.
 * A web process only sends; the worker passes `supervise` to also keep the queues in order.
 */
export function jobs(supervise = false): Promise<PgBoss> {
  shared.bianzhenJobs ??= start(supervise).catch((error: unknown) => {
    // The database was away; whoever asks next tries again.
    shared.bianzhenJobs = undefined;
    throw error;
  });
  return shared.bianzhenJobs;
}

async function start(supervise: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: config.DATABASE_URL,
    max: 4,
    supervise,
    schedule: supervise,
    migrate: false,
    useListenNotify: supervise,
  });
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
  await boss.createQueue(SWEEP_QUEUE, { retryLimit: 3, heartbeatSeconds: 20 });
  await boss.stop({ graceful: false });
}

/** Enqueues the reactions to events inside the transaction that stored them. */
export async function enqueueEvents(tx: Tx, eventIds: readonly string[]): Promise<void> {
  const boss = await jobs();
  await boss.insert(
    EVENT_QUEUE,
    eventIds.map((eventId) => ({ data: { eventId } })),
    { db: fromPrisma(tx) },
  );
}
