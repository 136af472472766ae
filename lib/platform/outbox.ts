import { setTimeout as pause } from "node:timers/promises";
import { after, days, elapsed, minutes, now } from "./clock.ts";
import { db, Prisma } from "./db.ts";
import { errorCodeOf } from "./error-code.ts";
import { gather } from "./gather.ts";
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

/** Rows that go out together, and how. Whatever is thrown counts as an attempt; `retryAfter` of it says when to come again. */
export type Sending<Row> = { rows: readonly Row[]; send: () => Promise<void> };

type Table<Row> = {
  /** It has `id`, `due_at`, `attempts`, `sent_at`, `failed_at`, `failure` and `error`, and an index of what waits. */
  name:
    | "notifications"
    | "deliveries"
    | "digests"
    | "page_looks"
    | "reminders"
    | "alert_letters"
    | "alert_pushes";
  /** What is read of a row besides. */
  columns: Prisma.Sql;
  /** Selects the ids of at most so many rows that are due, in the order in which they are to go; oldest first without it. */
  pick?: (room: number, inHand: readonly Row[]) => Prisma.Sql;
};

type Failed = { id: string; dueAt: Date; attempts: number; error: string; ends: boolean };

/** As often as something is tried: that takes at least three days. */
export const MOST_ATTEMPTS = 10;
/** How many rows one worker has in hand at most. */
const MOST_IN_HAND = 500;
/** For so long a worker has taken rows for itself, and again while it works; what a killed one left is taken up after it. */
const LEASE = minutes(0.25);
const RENEWED = 5_000;
/** While something hangs, what has become due is looked for so often, in milliseconds: less often while there is nothing. */
const LOOK_AGAIN = { first: 125, last: 2_000 } as const;
/** The queue takes a job that runs longer for lost; what is left is taken up within the minute. */
const LONGEST_RUN = minutes(10);
/** Longer than that nobody makes us wait. */
const LONGEST_WAIT = days(1);

/** A minute, then four times as long each time, at most a day. */
export const backoff = (attempts: number): number =>
  Math.min(days(1), minutes(4 ** Math.max(0, attempts - 1)));

/** What failed together does not come again together. */
const jitter = (milliseconds: number): number => Math.round(milliseconds * (0.9 + Math.random() / 5));

/**
 * What waits in a table to be sent outside. Rows are locked only while they are taken: no transaction waits for another
 * server, and what hangs holds up nothing else. A worker holds what it took under a lease that it renews; only what fails
 * counts as an attempt, and not the death of a worker.
 */
export function outbox<Row extends Waiting>({ name, columns, pick }: Table<Row>) {
  const table = Prisma.raw(name);
  const open = Prisma.sql`${table}.sent_at IS NULL AND ${table}.failed_at IS NULL`;
  const among = (ids: readonly string[]) => Prisma.sql`id = ANY(${[...ids]}::uuid[]) AND ${open}`;

  const oldest = (room: number) => Prisma.sql`
    SELECT id FROM ${table} WHERE ${open} AND due_at <= ${now()} ORDER BY due_at, id LIMIT ${room} FOR UPDATE SKIP LOCKED`;

  // Of two workers that picked the same row the second finds that it is due no longer.
  const take = (room: number, inHand: readonly Row[]) => db.$queryRaw<Row[]>`
    UPDATE ${table} SET due_at = ${after(now(), LEASE)}
    WHERE id IN (${(pick ?? oldest)(room, inHand)}) AND ${open} AND due_at <= ${now()}
    RETURNING id::text, attempts, ${columns}`;

  /** Nobody else takes what is in hand. What waits longer than that by now, because it failed, is left as it is. */
  const renew = async (ids: readonly string[]) => {
    const until = after(now(), LEASE);
    await db.$executeRaw`UPDATE ${table} SET due_at = ${until} WHERE ${among(ids)} AND due_at < ${until}`;
  };

  const fail = gather<Failed>(
    `failures of ${name}`,
    (all) => db.$executeRaw`
      UPDATE ${table} SET due_at = failed."dueAt", attempts = failed.attempts, error = failed.error,
        failed_at = CASE WHEN ends THEN ${now()}::timestamptz END, failure = CASE WHEN ends THEN 'tries' END
      FROM json_to_recordset(${JSON.stringify(all)}::json)
        AS failed (id uuid, "dueAt" timestamptz, attempts integer, error text, ends boolean)
      WHERE ${table}.id = failed.id AND ${open}`,
  );

  /** Tries once. If that fails, those of the rows that were not sent before wait, or are given up. */
  const attempt = async ({ rows, send }: Sending<Row>) => {
    try {
      await send();
    } catch (error) {
      log.warn({ err: error, table: name, rows: rows.length }, "something could not be sent");
      const attempts = 1 + Math.max(...rows.map((row) => row.attempts));
      const wait = Math.max(jitter(backoff(attempts)), Math.min(LONGEST_WAIT, retryAfterOf(error)));
      const same = {
        dueAt: after(now(), wait),
        attempts,
        error: errorCodeOf(error),
        ends: attempts >= MOST_ATTEMPTS,
      };
      // Where even that fails its lease ends by itself.
      await Promise.all(rows.map(({ id }) => fail({ id, ...same }))).catch((err: unknown) =>
        log.warn({ err, table: name }, "a failure could not be noted"),
      );
    }
  };

  return {
    /** Sends what is due as `plan` says, until nothing is. What `plan` leaves out it has ended. */
    async workOff(plan: (rows: readonly Row[]) => Promise<readonly Sending<Row>[]>): Promise<void> {
      const end = elapsed() + LONGEST_RUN;
      const inHand = new Map<string, Row>();
      const underWay = new Set<Promise<void>>();
      let wait: number = LOOK_AGAIN.first;
      const start = (sending: Sending<Row>) => {
        for (const row of sending.rows) inHand.set(row.id, row);
        const one = attempt(sending).finally(() => {
          underWay.delete(one);
          wait = LOOK_AGAIN.first;
          for (const { id } of sending.rows) inHand.delete(id);
        });
        underWay.add(one);
      };
      const renewing = setInterval(() => {
        renew([...inHand.keys()]).catch((error: unknown) =>
          log.warn({ err: error, table: name }, "what is in hand could not be kept from others"),
        );
      }, RENEWED);
      try {
        for (;;) {
          // What was left for the sake of what is in hand is looked for once more when that is done.
          const isIdle = underWay.size === 0;
          const room = elapsed() < end ? MOST_IN_HAND - inHand.size : 0;
          const rows = room > 0 ? await take(room, [...inHand.values()]) : [];
          for (const sending of rows.length > 0 ? await plan(rows) : []) start(sending);
          if (isIdle && rows.length === 0) return;
          if (rows.length > 0) continue;
          const nap = pause(wait);
          wait = Math.min(LOOK_AGAIN.last, wait * 2);
          await Promise.race([Promise.all(underWay), nap]);
        }
      } finally {
        await Promise.all(underWay);
        clearInterval(renewing);
      }
    },

    /** Ends rows that are not to be sent. */
    async end(ids: readonly string[], failure: Failure): Promise<void> {
      if (ids.length === 0) return;
      await db.$executeRaw`UPDATE ${table} SET failed_at = ${now()}, failure = ${failure} WHERE ${among(ids)}`;
    },
  };
}

/** How long whoever refused asked us to stay away, in milliseconds. */
function retryAfterOf(error: unknown): number {
  const { retryAfter = 0 }: { retryAfter?: unknown } =
    typeof error === "object" && error !== null ? error : {};
  return typeof retryAfter === "number" ? retryAfter : 0;
}
