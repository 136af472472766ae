import { after, days, minutes, now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { firstIdAt } from "#lib/platform/id";
import type { OutboxType } from "./event-types.ts";
import { enqueueEvents, HISTORY } from "./record-event.ts";
import type { Reactions } from "./run-reactions.ts";

/** Longer than the queue waits between two attempts: nobody has it in hand any more. */
export const FORGOTTEN = minutes(15);
export const WINDOW = days(1);
const AT_ONCE = 500;

/**
 * Enqueues again what should have run long ago: the queue gave up on an event, or lost it. Whatever has not run is looked
 * for by itself, however much of the same event has.
 */
export async function sweepEvents(reactions: Reactions): Promise<void> {
  const wanted = wantedOf(reactions);
  if (!wanted) return;
  const missing = missingRuns(wanted, after(now(), -WINDOW), after(now(), -FORGOTTEN));
  await db.$executeRaw`${missing} LIMIT ${AT_ONCE} ON CONFLICT DO NOTHING`;
  await db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string; type: OutboxType }[]>`
      SELECT event.id::text, event.type FROM reaction_runs run
      JOIN events event ON event.id = run.event_id
      JOIN ${wanted} ON wanted.type = event.type AND wanted.reaction = run.reaction
      WHERE run.ran_at IS NULL AND run.gave_up_at IS NULL AND run.tried_at < ${after(now(), -FORGOTTEN)}
      ORDER BY run.tried_at LIMIT ${AT_ONCE}`;
    await enqueueEvents(tx, [...new Map(due.map((event) => [event.id, event])).values()]);
  });
}

/** Which reactions each type of event wants, as a table; null when none does. */
export function wantedOf(reactions: Reactions): Prisma.Sql | null {
  const pairs = Object.entries(reactions).flatMap(([type, named]) =>
    Object.keys(named).map((reaction) => Prisma.sql`(${type}, ${reaction})`),
  );
  return pairs.length > 0 ? Prisma.sql`(VALUES ${Prisma.join(pairs)}) AS wanted (type, reaction)` : null;
}

/** Gives those a row of which nothing is known. Ids tell when they were made, so that their index finds the time. */
export const missingRuns = (wanted: Prisma.Sql, since: Date, until: Date): Prisma.Sql => Prisma.sql`
  INSERT INTO reaction_runs (event_id, reaction, attempts, tried_at)
  SELECT event.id, wanted.reaction, 0, event.at FROM events event JOIN ${wanted} ON wanted.type = event.type
  WHERE event.id > ${firstIdAt(since)}::uuid AND event.id < ${firstIdAt(until)}::uuid
    AND NOT EXISTS (
      SELECT FROM reaction_runs run WHERE run.event_id = event.id AND run.reaction IN (wanted.reaction, ${HISTORY}))`;
