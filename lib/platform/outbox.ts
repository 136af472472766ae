import { after, elapsed, hours, minutes, now } from "./clock.ts";
import { db, Prisma } from "./db.ts";
import { errorCodeOf } from "./error-code.ts";
import { log } from "./log.ts";

/** Why a row of an outbox ended without having been sent; what only was tried too often can be tried again. */
export const failures = ["tries", "refused", "gone", "outdated"] as const;
export type Failure = (typeof failures)[number];

declare global {
  namespace PrismaJson {
    type Failure = import("./outbox.ts").Failure;
  }
}

/** A row of an outbox as far as sending goes. */
export type Waiting = { id: string; attempts: number };

type Table = {
  /** It has `id`, `due_at`, `attempts`, `sent_at`, `failed_at`, `failure` and `error`, and an index of what waits. */
  name: "notifications";
  /** What is read of a row besides. */
  columns: Prisma.Sql;
  /** Of what is due at once, what is to be sent together. */
  together: Prisma.Sql;
};

const BATCH = 100;
/** As often as something is tried: that takes about three days. */
export const MOST_ATTEMPTS = 10;
/** For so long a worker has taken rows for itself, and again while it works; what a killed one left is taken up after it. */
const LEASE = minutes(0.25);
const RENEWED = 5_000;
/** The queue takes a job that runs longer for lost; what is left is taken up within the minute. */
const LONGEST_RUN = minutes(10);

/** A minute, then four times as long each time, at most half a day. */
export const backoff = (attempts: number): number =>
  Math.min(hours(12), minutes(4 ** Math.max(0, attempts - 1)));

/**
 * What waits in a table to be sent outside. Rows are locked only while they are taken: no transaction waits for another
 * server. A worker holds what it took under a lease that it renews; only what fails counts as an attempt, and not the death
 * of a worker.
 */
export function outbox<Row extends Waiting>({ name, columns, together }: Table) {
  const table = Prisma.raw(name);
  const open = Prisma.sql`sent_at IS NULL AND failed_at IS NULL`;
  const among = (ids: readonly string[]) => Prisma.sql`id = ANY(${[...ids]}::uuid[]) AND ${open}`;

  const take = () => db.$queryRaw<Row[]>`
    UPDATE ${table} SET due_at = ${after(now(), LEASE)} WHERE id IN (
      SELECT id FROM ${table} WHERE ${open} AND due_at <= ${now()}
      ORDER BY due_at, ${together} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id::text, attempts, ${columns}`;

  /** Nobody else takes what is in hand. What waits longer than that by now, because it failed, is left as it is. */
  const renew = async (ids: readonly string[]) => {
    const until = after(now(), LEASE);
    await db.$executeRaw`UPDATE ${table} SET due_at = ${until} WHERE ${among(ids)} AND due_at < ${until}`;
  };

  const fail = (ids: readonly string[], attempts: number, error: string) => {
    const ends = attempts >= MOST_ATTEMPTS;
    return db.$executeRaw`
      UPDATE ${table} SET due_at = ${after(now(), backoff(attempts))}, attempts = ${attempts}, error = ${error},
        failed_at = ${ends ? now() : null}, failure = ${ends ? "tries" : null} WHERE ${among(ids)}`;
  };

  return {
    /** Hands on everything that is due, in batches, until nothing is or the worker has something else to do. */
    async workOff(send: (rows: readonly Row[]) => Promise<void>): Promise<void> {
      const end = elapsed() + LONGEST_RUN;
      while (elapsed() < end) {
        const rows = await take();
        if (rows.length === 0) return;
        const ids = rows.map(({ id }) => id);
        const renewing = setInterval(() => {
          renew(ids).catch((error: unknown) =>
            log.warn({ err: error, table: name }, "what is in hand could not be kept from others"),
          );
        }, RENEWED);
        try {
          await send(rows);
        } finally {
          clearInterval(renewing);
        }
      }
    },

    /** Tries once for rows that go out together. If that fails, those of them that were not sent before wait, or are given up. */
    async attempt(rows: readonly Row[], send: () => Promise<void>): Promise<void> {
      try {
        await send();
      } catch (error) {
        log.warn({ err: error, table: name, rows: rows.length }, "something could not be sent");
        const ids = rows.map(({ id }) => id);
        const attempts = 1 + Math.max(...rows.map((row) => row.attempts));
        await fail(ids, attempts, errorCodeOf(error));
      }
    },

    /** Ends rows that are not to be sent. */
    async end(ids: readonly string[], failure: Failure): Promise<void> {
      if (ids.length === 0) return;
      await db.$executeRaw`UPDATE ${table} SET failed_at = ${now()}, failure = ${failure} WHERE ${among(ids)}`;
    },
  };
}
