import { keepFitting } from "#lib/matching/search/keep-fitting";
import { searchedNotices } from "#lib/matching/search/searched-texts";
import { db, Prisma } from "#lib/platform/db";
import { conditionsOf, type DebunkCard, readCards } from "./cards.ts";
import type { DebunkFilter } from "./schema.ts";

/** Published notices that have the words of a search and fit a filter, best first. */
export async function searchDebunks(question: string, filter: DebunkFilter): Promise<DebunkCard[]> {
  const hits = await searchedNotices().find(question);
  const conditions = conditionsOf(filter);
  const ids = await keepFitting(hits, filter.limit, (some) => {
    const where = Prisma.join([isOneOf(some), ...conditions], " AND ");
    return db.$queryRaw<{ id: string }[]>`SELECT id FROM debunks debunk WHERE ${where}`;
  });
  const cards = await readCards([isOneOf(ids)], ids.length);
  const order = new Map(ids.map((id, index) => [id, index]));
  return cards.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

const isOneOf = (ids: string[]): Prisma.Sql => Prisma.sql`debunk.id = ANY(${ids}::uuid[])`;
