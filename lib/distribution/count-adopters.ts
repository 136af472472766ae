import { db } from "#lib/platform/db";

/** How many members carry a notice, in whichever version. */
export async function countAdopters(debunkId: string): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(DISTINCT member_id)::int AS count FROM adoptions WHERE debunk_id = ${debunkId}::uuid`;
  return row.count;
}
