import { system } from "#lib/access/actor";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { errorCodeOf } from "#lib/platform/error-code";
import { log } from "#lib/platform/log";
import { type EventType, isOutboxType, type OutboxType } from "./event-types.ts";
import { HISTORY, recordEvent } from "./record-event.ts";

/** What a reaction learns of an event; it reads the rest itself. */
export type WorkedEvent = { id: string; type: EventType; subjectId: string; claimId: string | null };
export type Reaction = (event: WorkedEvent) => Promise<void>;
export type Reactions = Record<OutboxType, Record<string, Reaction>>;

/** After so many attempts, some ten hours, a reaction is given up until somebody at the desk has it tried again. */
export const MOST_ATTEMPTS = 100;

/**
 * Runs what has not run yet for one event. One reaction that fails does not keep the others from running, and is given up
 * after many attempts. `again`: the event was in hand before, and whoever had it may have been killed by it.
 * @throws when something is to be tried again
 */
export async function runReactions(reactions: Reactions, eventId: string, again = false): Promise<void> {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: {
      id: true,
      type: true,
      subjectId: true,
      claimId: true,
      reactions: { select: { reaction: true, ranAt: true, gaveUpAt: true } },
    },
  });
  if (!event || !isOutboxType(event.type)) return;
  const known = new Map(event.reactions.map((row) => [row.reaction, row]));
  if (known.has(HISTORY)) return;
  const failures: string[] = [];
  for (const [reaction, run] of Object.entries(reactions[event.type])) {
    const before = known.get(reaction);
    if (before?.ranAt || before?.gaveUpAt) continue;
    const key = { eventId, reaction };
    if (again || before) await countAttempt(key);
    try {
      await run(event);
      await noteRun(key);
    } catch (error) {
      const about = { err: error, reaction, event: event.type, eventId };
      const { attempts } = await noteFailure(key, error);
      if (attempts >= MOST_ATTEMPTS) {
        log.error(about, "a reaction failed for good; the desk can have it tried again");
        await giveUp(key, event.type);
      } else {
        log.error(about, "a reaction failed; it will be tried again");
        failures.push(reaction);
      }
    }
  }
  // By their names alone: the queue keeps an error whole, and one of the database repeats the values of a row.
  if (failures.length > 0) throw new Error(`${event.type}: ${failures.join(", ")} failed`);
}

type Key = { eventId: string; reaction: string };

/** Before a repeated attempt, so that one that kills the worker counts too. */
const countAttempt = (key: Key) =>
  db.reactionRun.upsert({
    where: { eventId_reaction: key },
    create: { ...key, attempts: 2, triedAt: now() },
    update: { attempts: { increment: 1 }, triedAt: now() },
  });

/** In one statement, for nearly every reaction of every event ends here. */
const noteRun = ({ eventId, reaction }: Key) => db.$executeRaw`
  INSERT INTO reaction_runs (event_id, reaction, ran_at) VALUES (${eventId}::uuid, ${reaction}, ${now()})
  ON CONFLICT (event_id, reaction) DO UPDATE
    SET ran_at = coalesce(reaction_runs.ran_at, excluded.ran_at), gave_up_at = NULL, error = NULL`;

const noteFailure = (key: Key, error: unknown) => {
  const found = { triedAt: now(), error: errorCodeOf(error) };
  return db.reactionRun.upsert({
    where: { eventId_reaction: key },
    create: { ...key, ...found },
    update: found,
    select: { attempts: true },
  });
};

/** Says so on record; whoever was quicker to run it, or to give it up, is right. */
const giveUp = ({ eventId, reaction }: Key, type: OutboxType) =>
  db.$transaction(async (tx) => {
    const { count } = await tx.reactionRun.updateMany({
      where: { eventId, reaction, ranAt: null, gaveUpAt: null },
      data: { gaveUpAt: now() },
    });
    if (count === 0) return;
    const data = { reaction, event: type };
    await recordEvent(tx, { type: "reaction.given-up", actor: system, subjectId: eventId, data });
  });
