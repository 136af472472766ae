import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import type { EventType } from "#lib/audit/event-types";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import type { RecipientKind } from "./vocabulary.ts";

/** What could not be told, although it was tried often: by what happened and to whom, and nobody's address. */
export type GivenUpLetters = {
  eventId: string;
  recipient: RecipientKind;
  count: number;
  attempts: number;
  /** The code of what the last attempt met. */
  error: string | null;
  failedAt: Date;
  /** What was to be told; null for the letter that asks a follower to confirm. */
  type: EventType | null;
  at: Date | null;
  claimId: string | null;
};

const GIVEN_UP = 100;

/** Letters and pushes that were given up, the latest first. */
export async function listGivenUpLetters(actor: Actor): Promise<GivenUpLetters[]> {
  assertCan(actor, "reaction.list");
  return db.$queryRaw`
    SELECT event_id::text AS "eventId", recipient, letters.count, attempts, error, letters.failed_at AS "failedAt",
      events.type, events.at, coalesce(events.claim_id, followers.claim_id)::text AS "claimId"
    FROM (
      SELECT event_id, recipient, count(*)::int, max(attempts) AS attempts, max(error) AS error, max(failed_at) AS failed_at
      FROM notifications WHERE failure = 'tries' GROUP BY event_id, recipient
      ORDER BY max(failed_at) DESC LIMIT ${GIVEN_UP}
    ) letters
    LEFT JOIN events ON events.id = event_id LEFT JOIN followers ON followers.id = event_id
    ORDER BY letters.failed_at DESC`;
}

const MOST_COUNTED = 10_000;

/** How many letters and pushes could be sent by now, counted so far, and since when the first could. */
export async function lettersDue(): Promise<{ count: number; oldest: Date | null }> {
  const [due = { count: 0, oldest: null }] = await db.$queryRaw<{ count: number; oldest: Date | null }[]>`
    SELECT count(*)::int, min(due_at) AS oldest FROM (
      SELECT due_at FROM notifications WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= ${now()}
      ORDER BY due_at LIMIT ${MOST_COUNTED}) due`;
  return due;
}

/** How many letters and pushes were given up. */
export const countGivenUpLetters = (): Promise<number> =>
  db.notification.count({ where: { failure: "tries" } });
