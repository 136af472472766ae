import { after, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { PRESENCE_LEASE } from "./lease.ts";

/**
 * Renews the presence of streams that are still open, and takes away what was left behind by others. One statement, however
 * many there are; it says which of the streams have a claim in sight.
 */
export async function keepLooking(streamIds: readonly string[]): Promise<string[]> {
  const at = now();
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH left_behind AS (DELETE FROM presences WHERE seen_at < ${after(at, -PRESENCE_LEASE)}
      AND NOT stream_id = ANY(${[...streamIds]}::uuid[]))
    UPDATE presences SET seen_at = greatest(seen_at, ${at}) WHERE stream_id = ANY(${[...streamIds]}::uuid[])
    RETURNING stream_id AS id`;
  return [...new Set(rows.map(({ id }) => id))];
}
