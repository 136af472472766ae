import { after } from "#lib/platform/clock";
import { Prisma } from "#lib/platform/db";
import type { Reactions } from "./run-reactions.ts";
import { FORGOTTEN, missingRuns, WINDOW, wantedOf } from "./sweep-events.ts";

/**
 * What a database that comes from a backup has to be told, for the queue is not in it: which reactions had not run when the
 * backup was made, of all events since the oldest that the queue still held. Nobody has them in hand: the first sweep takes them up.
 */
export function notePending(
  reactions: Reactions,
  { madeAt, waitingSince }: { madeAt: Date; waitingSince: Date | null },
): Prisma.Sql[] {
  const wanted = wantedOf(reactions);
  if (!wanted) return [];
  const day = after(madeAt, -WINDOW);
  const since = waitingSince && waitingSince < day ? waitingSince : day;
  const due = after(madeAt, -2 * FORGOTTEN);
  return [
    missingRuns(wanted, after(since, -FORGOTTEN), after(madeAt, WINDOW)),
    Prisma.sql`
      UPDATE reaction_runs SET tried_at = ${due} WHERE ran_at IS NULL AND gave_up_at IS NULL AND tried_at > ${due}`,
  ];
}
