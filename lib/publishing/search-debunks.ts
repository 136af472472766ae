import { keepFitting } from "#lib/matching/search/keep-fitting";
import { searchedNotices } from "#lib/matching/search/searched-texts";
import { db } from "#lib/platform/db";
import { cardSelect, type DebunkCard, whereOf } from "./queries.ts";
import type { DebunkFilter } from "./schema.ts";

/** Published notices that have the words of a search and fit a filter, best first. */
export async function searchDebunks(question: string, filter: DebunkFilter): Promise<DebunkCard[]> {
  const hits = await searchedNotices().find(question);
  const ids = await keepFitting(hits, filter.limit, (some) =>
    db.debunk.findMany({ where: { AND: [{ id: { in: some } }, whereOf(filter)] }, select: { id: true } }),
  );
  const cards = await db.debunk.findMany({ where: { id: { in: ids } }, select: cardSelect });
  const order = new Map(ids.map((id, index) => [id, index]));
  return cards.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
