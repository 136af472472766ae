import { db } from "#lib/platform/db";
import { isCarried } from "./who-carries.ts";

/** How many members carry a notice, in whichever version. */
export async function countAdopters(debunkId: string): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(DISTINCT member_id)::int AS count FROM adoptions 
    WHERE debunk_id = ${debunkId}::uuid AND ${isCarried}`;
  return row.count;
}
