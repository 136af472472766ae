import type { Tx } from "#lib/platform/db";

/** A number is given to an event a moment before its transaction can be seen to be under way; so many more may be given meanwhile. */
const AT_ONCE = 50;

/** What can be seen now: the last event, and those after a number. The oldest transaction under way, and the number of the next to begin. */
type Seen = { last: number; oldest: number; next: number; events: number[]; claimIds: string[] };

/**
 * Follows the events of claims without missing one whose transaction ends late: its number is lower than that of events
 * which were seen before. Up to a number everything was seen once all transactions are over that were under way when it was
 * the last; what comes after it is looked through again.
 */
export class ChangedClaims {
  /** Up to this event nothing can come any more. */
  #settled = 0;
  /** The events after it that were seen. */
  #known = new Set<number>();
  /** When it was the last event, this was the next transaction: all of those before it must be over. */
  #waiting = { event: 0, transaction: 0 };

  /** Follows what happens from now on: what was committed before this is known to whoever reads it after. */
  async begin(tx: Tx): Promise<void> {
    const { last, next } = await see(tx, Number.MAX_SAFE_INTEGER);
    this.#settled = last - AT_ONCE;
    this.#waiting = { event: last, transaction: next };
  }

  /** Has those claims read again of which something became known since the last time; when that fails, the next time again. */
  async follow(tx: Tx, read: (claimIds: string[]) => Promise<void>): Promise<void> {
    const seen = await see(tx, this.#settled);
    const isNew = seen.events.map((event) => !this.#known.has(event));
    await read([...new Set(seen.claimIds.filter((_, at) => isNew[at]))]);
    for (const event of seen.events) this.#known.add(event);
    this.#settle(seen);
  }

  #settle({ last, oldest, next }: Seen): void {
    if (this.#waiting.transaction > oldest) return;
    this.#settled = Math.max(this.#settled, this.#waiting.event - AT_ONCE);
    for (const event of this.#known) if (event <= this.#settled) this.#known.delete(event);
    this.#waiting = { event: last, transaction: next };
  }
}

/** In one statement, so that of transactions that are over all events are seen. */
async function see(tx: Tx, after: number): Promise<Seen> {
  const [seen] = await tx.$queryRaw<Seen[]>`
    SELECT coalesce((SELECT max(seq) FROM events), 0)::float8 AS last,
      pg_snapshot_xmin(pg_current_snapshot())::text::float8 AS oldest,
      pg_snapshot_xmax(pg_current_snapshot())::text::float8 AS next,
      coalesce(array_agg(seq::float8), '{}') AS events, coalesce(array_agg(claim_id::text), '{}') AS "claimIds"
    FROM events WHERE seq > ${after} AND claim_id IS NOT NULL AND type <> 'report.joined'`;
  if (!seen) throw new Error("The database did not tell which transactions are under way.");
  return seen;
}
