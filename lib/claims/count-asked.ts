import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { wakeAsked } from "./wake-for-news.ts";

const AT_ONCE = 500;

type Counted = { id: string; people: number };

/**
 * Counts for every claim how many asked within the last hour, by a report or as somebody who was answered with what is known;
 * those of its duplicates count for it. The queue's order goes by it, and what was put off
 * comes back when they are many. Reads that hour alone, and writes what has changed.
 */
export async function countAsked(): Promise<void> {
  const changed = await readChanged(after(now(), -hours(1)));
  for (let from = 0; from < changed.length; from += AT_ONCE) await write(changed.slice(from, from + AT_ONCE));
  await wakeAsked();
}

/** Whoever sent a report within the hour came to a claim that was last reported within it, and joined it no earlier. */
const readChanged = (since: Date) => db.$queryRaw<Counted[]>`
  WITH asked AS (
    SELECT id, sum(people)::int AS people FROM (
      SELECT claim.shared_id AS id, count(*) AS people FROM claims claim
      JOIN claim_reports membership ON membership.claim_id = claim.id AND membership.added_at > ${since}
      JOIN reports report ON report.id = membership.report_id AND report.submitted_at > ${since}
      WHERE claim.last_reported_at > ${since} GROUP BY claim.shared_id
      UNION ALL
      SELECT claim.shared_id, count(*) FROM askings JOIN claims claim ON claim.id = askings.claim_id
      WHERE askings.at > ${since} GROUP BY claim.shared_id) ways
    GROUP BY id)
  SELECT id, people FROM asked JOIN claims USING (id) WHERE asked_lately <> people
  UNION ALL
  SELECT id, 0 FROM claims WHERE asked_lately > 0 AND NOT EXISTS (SELECT FROM asked WHERE asked.id = claims.id)
  ORDER BY id`;

/** A claim that somebody holds just now waits for the next count, so that nobody waits for this one. */
const write = (counted: readonly Counted[]) => db.$executeRaw`
  WITH free AS (
    SELECT id FROM claims WHERE id = ANY(${counted.map(({ id }) => id)}::uuid[])
    ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)
  UPDATE claims SET asked_lately = counted.people
  FROM free JOIN unnest(${counted.map(({ id }) => id)}::uuid[], ${counted.map(({ people }) => people)}::int[])
    AS counted (id, people) USING (id)
  WHERE claims.id = free.id`;
