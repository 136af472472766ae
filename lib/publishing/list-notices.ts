import type { Page } from "#lib/platform/cursor";
import { findUnknown } from "#lib/reference/find-unknown";
import type { DebunkCard } from "./cards.ts";
import { listDebunks } from "./queries.ts";
import { type DebunkFilter, debunkFilterSchema } from "./schema.ts";
import { searchDebunks } from "./search-debunks.ts";

/** The filter that an address states, or null for one that could only find nothing. */
export async function readFilter(stated: object): Promise<DebunkFilter | null> {
  const filter = debunkFilterSchema.safeParse(stated).data;
  // What a search finds is ranked and has no next page.
  if (!filter || (filter.q && filter.cursor)) return null;
  return (await findUnknown(filter)).length > 0 ? null : filter;
}

/** The notices that an address asks for, newest first or, for words, best first; null where there can be no such list. */
export async function listNotices(stated: object): Promise<Page<DebunkCard> | null> {
  const filter = await readFilter(stated);
  if (!filter) return null;
  const { q, ...rest } = filter;
  return q ? { items: await searchDebunks(q, rest), nextCursor: null } : listDebunks(rest);
}
