import pLimit from "p-limit";
import { after, elapsed, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import type { Due } from "./due.ts";
import { findAddresses, type Told } from "./find-addresses.ts";
import { tellAddress } from "./tell-address.ts";

const BATCH = 100;
const AT_ONCE = { email: 5, push: 50 } as const;
export const MOST_ATTEMPTS = 10;
/** For so long a worker has taken rows for itself, and again while it works; what a killed one left is taken up after it. */
const LEASE = minutes(0.25);
const RENEWED = 5_000;

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
    const renewing = setInterval(() => void renew(due), RENEWED);
    try {
      await tell(due);
    } finally {
      clearInterval(renewing);
    }
  }
}

async function tell(due: readonly Due[]): Promise<void> {
  const { told, gone } = await findAddresses(due);
  await giveUp(gone);
  // A service that hangs holds up its own kind, and only for as long as one call may take.
  const room = { email: pLimit(AT_ONCE.email), push: pLimit(AT_ONCE.push) };
  await Promise.all(told.map((one) => room[one.kind](() => attempt(one))));
}

/** Nobody else takes what is in hand. What waits longer than that by now, because it failed, is left as it is. */
async function renew(due: readonly Due[]): Promise<void> {
  const until = after(now(), LEASE);
  await db.notification
    .updateMany({
      where: { id: { in: due.map(({ id }) => id) }, sentAt: null, failedAt: null, dueAt: { lt: until } },
      data: { dueAt: until },
    })
    .catch((error: unknown) => log.warn({ err: error }, "letters in hand could not be kept from others"));
}

/**
 * Rows are locked only while they are taken: no transaction waits for a mail server. Only what fails counts as an attempt, and
 * not the death of a worker.
 */
const takeDue = () => db.$queryRaw<Due[]>`
  UPDATE notifications SET due_at = ${after(now(), LEASE)}
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
    const attempts = 1 + Math.max(...one.rows.map((row) => row.attempts));
    if (attempts >= MOST_ATTEMPTS) return giveUp(ids, attempts);
    await db.notification.updateMany({
      // What was sent before the failure stays sent.
      where: { id: { in: ids }, sentAt: null, failedAt: null },
      data: { dueAt: after(now(), backoff(attempts)), attempts },
    });
  }
}

async function giveUp(ids: readonly string[], attempts?: number): Promise<void> {
  await db.notification.updateMany({
    where: { id: { in: [...ids] }, sentAt: null, failedAt: null },
    data: { failedAt: now(), ...(attempts !== undefined && { attempts }) },
  });
}
