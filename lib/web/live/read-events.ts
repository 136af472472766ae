import type { EventType } from "#lib/audit/event-types";
import { db } from "#lib/platform/db";

/** What open pages are told of: that something happened to claims. */
export type LiveEvent = {
  /** Its number in the record. */
  n: number;
  type: EventType;
  /** The claim that it belongs to, and the one that shows it, or showed it until then. */
  claims: readonly string[];
  /** The members that it names, by which it is decided who may know of it. */
  members: readonly string[];
};

type Row = {
  seq: bigint;
  type: EventType;
  claim: string | null;
  shown: string | null;
  into: string | null;
  member: string | null;
  to: string | null;
};

/** How far transactions are: all below `done` have ended, none from `next` on had begun. */
type Snapshot = { done: bigint; next: bigint };

/**
 * All events behind a number and those of the `missing` numbers, as far as they are visible now, with the snapshot in which
 * they were read; what happened to no claim is a number alone.
 */
export async function readEvents(
  behind: number,
  missing: readonly number[],
): Promise<{ numbers: number[]; events: LiveEvent[]; snapshot: Snapshot }> {
  const rows = await db.$queryRaw<(Row & { done: bigint; next: bigint })[]>`
    SELECT pg_snapshot_xmin(now)::text::bigint AS done, pg_snapshot_xmax(now)::text::bigint AS next, seq, type,
      data->>'member' AS member, data->>'to' AS to,
      CASE type WHEN 'upload.read' THEN
        (SELECT claim_id FROM report_uploads JOIN claim_reports USING (report_id) WHERE upload_id = subject_id::uuid)
        ELSE claim_id END AS claim,
      (SELECT shared_id FROM claims WHERE id = claim_id) AS shown,
      CASE type WHEN 'claim.merged' THEN data->>'into' WHEN 'claim.reopened' THEN
        (SELECT merge.data->>'into' FROM events merge
          WHERE merge.claim_id = event.claim_id AND merge.seq < event.seq AND merge.type = 'claim.merged'
          ORDER BY merge.seq DESC LIMIT 1) END AS into
    FROM pg_current_snapshot() now
    LEFT JOIN events event ON seq > ${behind} OR seq = ANY(${[...missing]}::bigint[])
    ORDER BY seq`;
  const [first] = rows;
  if (!first) throw new Error("a snapshot has a row, with events or without");
  const found = rows.filter(({ seq }) => seq !== null);
  return {
    numbers: found.map(({ seq }) => Number(seq)),
    events: found.flatMap(toEvent),
    snapshot: { done: first.done, next: first.next },
  };
}

const given = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];

const toEvent = ({ seq, type, claim, shown, into, member, to }: Row): LiveEvent[] =>
  claim === null
    ? []
    : [{ n: Number(seq), type, claims: given([claim, shown, into]), members: given([member, to]) }];

/** The number of the newest event. */
export async function newestNumber(): Promise<number> {
  const [row] = await db.$queryRaw<{ newest: bigint | null }[]>`SELECT max(seq) AS newest FROM events`;
  return Number(row?.newest ?? 0);
}
