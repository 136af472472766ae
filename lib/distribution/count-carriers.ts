import { db, Prisma } from "#lib/platform/db";
import { isCarried, ownersOf } from "./who-carries.ts";

/** How many members carry a notice, by what they told, and on pages of how many it was shown in a frame. */
export type Carriers = { adopters: number; embedders: number };

const nobody: Carriers = { adopters: 0, embedders: 0 };

/** The members that carry each of some notices, by their slugs. */
export async function countCarriers(slugs: readonly string[]): Promise<(slug: string) => Carriers> {
  const rows = await db.$queryRaw<(Carriers & { slug: string })[]>`
    SELECT slug,
      (SELECT count(DISTINCT member_id)::int FROM adoptions WHERE debunk_id = debunk.id AND ${isCarried}) AS adopters,
      (SELECT count(DISTINCT own.member_id)::int
        FROM widget_days widget CROSS JOIN LATERAL (${ownersOf(Prisma.sql`widget.host`)}) own WHERE widget.slug = debunk.slug) AS embedders
    FROM debunks debunk WHERE slug = ANY(${[...slugs]})`;
  const known = new Map(rows.map(({ slug, ...carriers }) => [slug, carriers]));
  return (slug) => known.get(slug) ?? nobody;
}
