import { dayOf, minutes, now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import { ownersOf } from "./who-carries.ts";

type Shown = { slug: string; host: string; day: string; count: number };

/** What was shown since it was written last; nothing else is known of it. */
const waiting = once("embeds", () => ({ counts: new Map<string, Shown>(), isAwaited: false }));

const PAUSE = minutes(0.5);
/** Members have fewer hosts; whoever makes them up is counted, but not by name. */
const MOST = 1_000;
/** Stands for all hosts of which no member has said that they are its own. */
const OTHERS = "";

/** Counts that a page of a host showed a notice today. It is written with others, soon. */
export function countEmbed(host: string, slug: string): void {
  add({ slug, host, day: dayOf(now()), count: 1 });
  if (waiting.isAwaited) return;
  waiting.isAwaited = true;
  setTimeout(() => {
    waiting.isAwaited = false;
    void writeEmbeds();
  }, PAUSE).unref();
}

function add({ slug, host, day, count }: Shown): void {
  const { counts } = waiting;
  const keyOf = (name: string) => `${day} ${slug} ${name}`;
  const named = counts.size < MOST || counts.has(keyOf(host)) ? host : OTHERS;
  const before = counts.get(keyOf(named))?.count ?? 0;
  counts.set(keyOf(named), { slug, host: named, day, count: before + count });
}

/**
 * Writes down what was counted. A host is a member's when one of its webhooks or adoptions is there, and others are counted
 * together: nobody fills the table with names that they made up. What cannot be written waits for the next time.
 */
export async function writeEmbeds(): Promise<void> {
  const shown = [...waiting.counts.values()];
  if (shown.length === 0) return;
  waiting.counts.clear();
  try {
    // In one order, so that two processes never wait for each other.
    await db.$executeRaw`
      INSERT INTO widget_days (host, slug, day, count)
      SELECT CASE WHEN EXISTS (${ownersOf(Prisma.sql`shown.host`)}) THEN shown.host ELSE ${OTHERS} END, slug, day, sum(count)::int
      FROM json_to_recordset(${JSON.stringify(shown)}::json) AS shown(host text, slug text, day date, count int)
        JOIN debunks USING (slug)
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (slug, day, host) DO UPDATE SET count = widget_days.count + excluded.count`;
  } catch (error) {
    log.warn({ err: error }, "where notices were shown could not be written down; it will be tried again");
    for (const one of shown) add(one);
  }
}
