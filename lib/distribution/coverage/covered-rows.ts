import { Prisma } from "#lib/platform/db";
import { isCarried, ownersOf } from "../who-carries.ts";
import { type CoverageState, coverageStates } from "./states.ts";

/**
 * What is known of each member about each of some notices, by their newest versions: whatever counts or lists coverage reads
 * this, so that a figure is the number of its rows. The platform itself publishes and is no member here.
 */
export const coverageOf = (debunkIds: readonly string[]) => Prisma.sql`
  WITH noticed AS (
    SELECT debunks.id, slug, current_version, current.id AS version_id
    FROM debunks JOIN debunk_versions current ON current.debunk_id = debunks.id AND number = current_version
    WHERE debunks.id = ANY(${[...debunkIds]}::uuid[])
  ), carried AS (
    SELECT debunk_id, member_id, min(version) AS oldest FROM adoptions
    WHERE debunk_id IN (SELECT id FROM noticed) AND ${isCarried} GROUP BY debunk_id, member_id
  ), framed AS (
    SELECT noticed.id AS debunk_id, own.member_id, sum(widget.count)::int AS times
    FROM noticed JOIN widget_days widget USING (slug) CROSS JOIN LATERAL (${ownersOf(Prisma.sql`widget.host`)}) own
    GROUP BY noticed.id, own.member_id
  ), coverage AS (
    SELECT noticed.id AS debunk_id, members.id, zh, en, tier, division_code, left(division_code, 4) || '00' AS prefecture,
      deliveries.created_at AS laid_at, received_at, received_by, times,
      received_at IS NOT NULL AS has,
      coalesce(received_by = 'person', false) AS confirmed,
      carried.oldest IS NOT NULL OR times IS NOT NULL AS republished,
      coalesce(carried.oldest < current_version, false) AS older,
      deliveries.id IS NOT NULL AND received_at IS NULL AS silent
    FROM noticed CROSS JOIN members
      LEFT JOIN endpoints ON endpoints.member_id = members.id AND endpoints.kind = 'pull' AND disabled_at IS NULL
      LEFT JOIN deliveries ON deliveries.endpoint_id = endpoints.id AND debunk_version_id = version_id
      LEFT JOIN carried ON carried.debunk_id = noticed.id AND carried.member_id = members.id
      LEFT JOIN framed ON framed.debunk_id = noticed.id AND framed.member_id = members.id
    WHERE tier <> '1'
  )`;

/** The rows that a figure counts. */
export const isIn = (state: CoverageState) => Prisma.raw(state);

export const figureColumns = Prisma.sql`count(*)::int AS members, ${Prisma.join(
  coverageStates.map(
    (state) => Prisma.sql`count(*) FILTER (WHERE ${isIn(state)})::int AS ${Prisma.raw(state)}`,
  ),
)}`;
