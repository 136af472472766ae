import { after, days, minutes, now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { firstIdAt } from "#lib/platform/id";
import type { OutboxType } from "./event-types.ts";
import { enqueueEvents, HISTORY } from "./record-event.ts";
import type { Reactions } from "./run-reactions.ts";

/** Longer than the queue waits between two attempts: nobody has it in hand any more. */
const FORGOTTEN = minutes(15);
const WINDOW = days(1);
const AT_ONCE = 500;

/**
 * Enqueues again what should have run long ago: the queue gave up on an event, or lost it. Whatever has not run is looked
 * for by itself, however much of the same event has.
 */
export async function sweepEvents(reactions: Reactions): Promise<void> {
  const pairs = Object.entries(reactions).flatMap(([type, named]) =>
    Object.keys(named).map((reaction) => Prisma.sql`(${type}, ${reaction})`),
  );
  if (pairs.length === 0) return;
  const wanted = Prisma.sql`(VALUES ${Prisma.join(pairs)}) AS wanted (type, reaction)`;
  await noteMissing(wanted);
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

/** Gives those a row of which nothing is known. Ids tell when they were made, so that their index finds the last day. */
const noteMissing = (wanted: Prisma.Sql) => db.$executeRaw`
  INSERT INTO reaction_runs (event_id, reaction, attempts, tried_at)
  SELECT event.id, wanted.reaction, 0, event.at FROM events event JOIN ${wanted} ON wanted.type = event.type
  WHERE event.id > ${firstIdAt(after(now(), -WINDOW))}::uuid AND event.id < ${firstIdAt(after(now(), -FORGOTTEN))}::uuid
    AND NOT EXISTS (
      SELECT FROM reaction_runs run WHERE run.event_id = event.id AND run.reaction IN (wanted.reaction, ${HISTORY}))
  LIMIT ${AT_ONCE}
  ON CONFLICT DO NOTHING`;
