import { after, elapsed, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import type { Due } from "./due.ts";
import { findAddresses, type Told } from "./find-addresses.ts";
import { tellAddress } from "./tell-address.ts";

const BATCH = 100;
const AT_ONCE = 5;
export const MOST_ATTEMPTS = 10;
/** For so long a worker has taken rows for itself; what a killed one left is taken up again after it. */
const LEASE = minutes(15);

/** A minute, then four times as long each time, at most half a day: ten attempts take about three days. */
export const backoff = (attempts: number): number =>
  Math.min(hours(12), minutes(4 ** Math.max(0, attempts - 1)));

/** The queue takes a job that runs longer for lost; what is left is taken up within the minute. */
const LONGEST_RUN = minutes(10);

/** Sends everything that is due, what is for one address in one letter. */
export async function sendNotifications(): Promise<void> {
  const end = elapsed() + LONGEST_RUN;
  while (elapsed() < end) {
    const due = await takeDue();
    if (due.length === 0) return;
    const { told, gone } = await findAddresses(due);
    await giveUp(gone);
    for (let at = 0; at < told.length; at += AT_ONCE) {
      await Promise.all(told.slice(at, at + AT_ONCE).map(attempt));
    }
  }
}

/** Rows are locked only while they are taken: no transaction waits for a mail server. */
const takeDue = () => db.$queryRaw<Due[]>`
  UPDATE notifications SET due_at = ${after(now(), LEASE)}, attempts = attempts + 1
  WHERE id IN (
    SELECT id FROM notifications
    WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= ${now()} AND attempts < ${MOST_ATTEMPTS}
    ORDER BY due_at, recipient_id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
  RETURNING id::text, recipient_id::text AS "recipientId", recipient, event_id::text AS "eventId", attempts`;

async function attempt(one: Told): Promise<void> {
  try {
    await tellAddress(one);
  } catch (error) {
    log.warn({ err: error, kind: one.kind, rows: one.rows.length }, "people could not be told; later again");
    const ids = one.rows.map(({ id }) => id);
    const attempts = Math.max(...one.rows.map((row) => row.attempts));
    if (attempts >= MOST_ATTEMPTS) return giveUp(ids);
    await db.notification.updateMany({
      // What was sent before the failure stays sent.
      where: { id: { in: ids }, sentAt: null, failedAt: null },
      data: { dueAt: after(now(), backoff(attempts)) },
    });
  }
}

async function giveUp(ids: readonly string[]): Promise<void> {
  await db.notification.updateMany({
    where: { id: { in: [...ids] }, sentAt: null, failedAt: null },
    data: { failedAt: now() },
  });
}
