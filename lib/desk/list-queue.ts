import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { rowSelect } from "#lib/claims/queries";
import type { QueueFilter } from "#lib/claims/schema";
import { type ClaimStatus, claimStatuses, isClosed, isOpen, isPublished } from "#lib/claims/status";
import { countOverdue, overdueClocks } from "#lib/clocks/queries";
import type { Suspicion } from "#lib/intake/suspicion";
import { keepFitting } from "#lib/matching/search/keep-fitting";
import { searchedClaims } from "#lib/matching/search/searched-texts";
import { encodeCursor, type Page, placeOf, readPage } from "#lib/platform/cursor";
import { db, type Prisma } from "#lib/platform/db";

const PAGE = 30;
/** What was kept apart is decided about many at once. */
const PAGE_APART = 100;

export type QueueRow = Prisma.ClaimGetPayload<{ select: typeof rowSelect }>;

const statusesWhere = (rule: (status: ClaimStatus) => boolean) => claimStatuses.filter(rule);

/** What each view of the queue holds, besides what is kept apart, which stands in a view of its own alone. */
const views: Record<QueueFilter["view"], () => Prisma.ClaimWhereInput> = {
  new: () => ({ status: "received" }),
  open: () => ({ status: { in: statusesWhere(isOpen) } }),
  overdue: () => ({ clocks: { some: overdueClocks() } }),
  published: () => ({ status: { in: statusesWhere(isPublished) } }),
  closed: () => ({ status: { in: statusesWhere(isClosed) } }),
  all: () => ({}),
  quarantine: () => ({}),
};

const apart = (view: QueueFilter["view"]): Prisma.ClaimWhereInput => ({
  suspicion: view === "quarantine" ? { not: null } : null,
});

const viewOf = (view: QueueFilter["view"]): Prisma.ClaimWhereInput => ({ AND: [apart(view), views[view]()] });

/**
 * The desk's queue: claims of a view, narrowed by filters, most recently reported first; with search words the best first.
 * Whoever searches for a number finds the claim that has it before all others, whatever its state and however many speak of it.
 */
export async function listQueue(actor: Actor, filter: QueueFilter): Promise<Page<QueueRow>> {
  assertCan(actor, "queue.read");
  const { view, q, cursor } = filter;
  const limit = view === "quarantine" ? PAGE_APART : PAGE;
  const where = [viewOf(view), narrowed(filter)];
  if (q) return searchQueue(q, { view, where, cursor, limit });
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
  const digits = /^#?(\d{1,9})$/.exec(q ?? "")?.[1];
  return digits ? Number(digits) : null;
}

function narrowed({ suspicion, status, topic, division, urgency }: QueueFilter): Prisma.ClaimWhereInput {
  return {
    ...(suspicion && { suspicion }),
    ...(status && { status }),
    ...(topic && { topicId: topic }),
    ...(urgency && { urgency }),
    ...(division && { places: { some: { divisionCode: { startsWith: prefixOf(division) } } } }),
  };
}

/** A prefecture holds the codes that share its first four digits, the province those that share two. */
const prefixOf = (code: string): string => code.replace(/(?:0000|00)$/, "");

/** How many claims wait in the views that somebody has to act on. */
export async function countQueue(actor: Actor): Promise<{ new: number; open: number; overdue: number }> {
  assertCan(actor, "queue.read");
  const [fresh, open, overdue] = await Promise.all([
    db.claim.count({ where: viewOf("new") }),
    db.claim.count({ where: viewOf("open") }),
    countOverdue(),
  ]);
  return { new: fresh, open, overdue };
}

/** What detectors keep apart: one line for the desk, however much it is. */
export type KeptApart = {
  claims: number;
  reports: number;
  reasons: { suspicion: Suspicion; claims: number }[];
};

export async function countKeptApart(actor: Actor): Promise<KeptApart> {
  assertCan(actor, "queue.read");
  const groups = await db.claim.groupBy({
    by: ["suspicion"],
    where: viewOf("quarantine"),
    _count: true,
    _sum: { reportCount: true },
  });
  const reasons = groups
    .flatMap(({ suspicion, _count }) => (suspicion ? [{ suspicion, claims: _count }] : []))
    .toSorted((a, b) => b.claims - a.claims);
  return {
    claims: groups.reduce((sum, { _count }) => sum + _count, 0),
    reports: groups.reduce((sum, { _sum }) => sum + (_sum.reportCount ?? 0), 0),
    reasons,
  };
}
