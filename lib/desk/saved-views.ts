import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import type { QueueFilter } from "#lib/claims/schema";
import { db } from "#lib/platform/db";

const SHOWN = 20;

/** A filter of the queue by its name; one's own can be saved again and taken away. */
export type SavedView = { id: string; name: string; filter: QueueFilter; isShared: boolean; isOwn: boolean };

/** The filters that somebody has saved, then those that colleagues have saved for the whole desk. */
export async function listSavedViews(actor: Actor): Promise<SavedView[]> {
  assertCan(actor, "queue.read");
  const rows = await db.savedView.findMany({
    where: { OR: [{ userId: actor.userId }, { isShared: true }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: { id: true, name: true, filter: true, isShared: true, userId: true },
  });
  const views = rows.map(({ userId, ...row }) => ({ ...row, isOwn: userId === actor.userId }));
  return views.toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn));
}

declare global {
  namespace PrismaJson {
    type SavedFilter = import("#lib/claims/schema").QueueFilter;
  }
}
