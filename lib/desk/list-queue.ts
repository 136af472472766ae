import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { rowSelect } from "#lib/claims/queries";
import { isActing, type QueueFilter } from "#lib/claims/schema";
import { keepFitting } from "#lib/matching/search/keep-fitting";
import { searchedClaims } from "#lib/matching/search/searched-texts";
import { encodeCursor, type Page, placeOf, readPage, readRankedPage } from "#lib/platform/cursor";
import { db, type Prisma } from "#lib/platform/db";
import { MOST_AT_ONCE } from "#lib/routing/schema";
import { apart, narrowed, viewOf } from "./queue-views.ts";

const PAGE = 30;
/** What was kept apart is decided about many at once, and says more of each. */
const PAGE_APART = 100;

export type QueueRow = Prisma.ClaimGetPayload<{ select: typeof rowSelect }>;

/**
 * The desk's queue: claims of a view, narrowed by filters. Where somebody has to act they stand by urgency, then by when they are
 * due and how many ask; elsewhere the most recently reported first; with search words the best first.
 * Whoever searches for a number finds the claim that has it before all others, whatever its state and however many speak of it.
 */
export async function listQueue(actor: Actor, filter: QueueFilter): Promise<Page<QueueRow>> {
  assertCan(actor, "queue.read");
  const { view, q, cursor, pick } = filter;
  // Where many are decided about at once, a page has as many as that may be.
  const limit = pick ? MOST_AT_ONCE : view === "quarantine" ? PAGE_APART : PAGE;
  const where = [viewOf(actor, view), narrowed(filter)];
  if (q) return searchQueue(q, { view, where, cursor, limit });
  if (isActing(view))
    return readRankedPage(["orderClass", "orderAt"], { cursor, limit }, ({ behind, ...page }) =>
      db.claim.findMany({ where: { AND: [...where, behind] }, select: rowSelect, ...page }),
    );
  return readPage("lastReportedAt", { cursor, limit }, ({ behind, ...page }) =>
    db.claim.findMany({ where: { AND: [...where, behind] }, select: rowSelect, ...page }),
  );
}

type Search = Pick<QueueFilter, "view" | "cursor"> & { where: Prisma.ClaimWhereInput[]; limit: number };

/** What a search finds goes on behind the last claim of the page before. */
async function searchQueue(q: string, { view, where, cursor, limit }: Search): Promise<Page<QueueRow>> {
  const number = numberIn(q);
  const [asked, hits] = await Promise.all([
    number === null || cursor
      ? []
      : db.claim.findMany({ where: { number, ...apart(view) }, select: rowSelect }),
    searchedClaims().find(q),
  ]);
  const last = cursor && placeOf(cursor).id;
  // Behind a claim that the search no longer finds there is nothing more.
  const rest = last ? hits.slice(hits.findIndex(({ id }) => id === last) + 1 || hits.length) : hits;
  const among = [...where, number === null ? {} : { number: { not: number } }];
  const ids = await keepFitting(rest, limit + 1, (some) =>
    db.claim.findMany({ where: { AND: [{ id: { in: some } }, ...among] }, select: { id: true } }),
  );
  const shown = ids.slice(0, limit);
  const rows = await db.claim.findMany({ where: { id: { in: shown } }, select: rowSelect });
  const order = new Map(shown.map((id, index) => [id, index]));
  const items = rows.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const end = items.at(-1);
  const nextCursor = ids.length > limit && end ? encodeCursor({ at: end.lastReportedAt, id: end.id }) : null;
  return { items: [...asked, ...items], nextCursor };
}

/** `#128` and `128` name a claim. */
function numberIn(q: string | undefined): number | null {
  // An input method for Chinese may type them wide.
  const digits = /^#?(\d{1,9})$/.exec(q?.normalize("NFKC").trim() ?? "")?.[1];
  return digits ? Number(digits) : null;
}
