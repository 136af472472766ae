import type { Actor } from "#lib/access/actor";
import { assertCan, canEverywhere, membersFor } from "#lib/access/can";
import { readPage } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { versionSelect } from "#lib/publishing/queries";
import { countCarriers } from "./count-carriers.ts";
import type { DeliveryFilter } from "./schema.ts";

const PAGE = 20;

const version = {
  select: {
    id: true,
    ...versionSelect,
    content: true,
    debunk: { select: { slug: true, status: true, currentVersion: true } },
  },
} as const;

/** What was published for the actor's own members to take over, newest first. */
export async function listDeliveries(actor: Actor, { state, cursor }: DeliveryFilter) {
  assertCan(actor, "delivery.list");
  return readPage("createdAt", { cursor, limit: PAGE }, ({ behind, ...page }) =>
    db.delivery.findMany({
      where: {
        endpoint: { kind: "pull", memberId: { in: membersFor(actor, "delivery.list") } },
        ...(state === "waiting" && { receivedAt: null }),
        ...behind,
      },
      select: {
        id: true,
        createdAt: true,
        receivedAt: true,
        endpoint: { select: { member: { select: { id: true, zh: true, en: true } } } },
        version,
      },
      ...page,
    }),
  );
}

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>["items"][number];

/**
 * How many members each publication was laid ready for, how many have received it and how many carry its notice, newest
 * first; for the desk.
 */
export async function listReceipts(actor: Actor, cursor?: string) {
  if (!canEverywhere(actor, "delivery.list")) throw new AppError("FORBIDDEN");
  const { items, nextCursor } = await readPage(
    "publishedAt",
    { cursor, limit: PAGE },
    ({ behind, ...page }) => db.debunkVersion.findMany({ where: behind, ...version, ...page }),
  );
  const counts = await db.delivery.groupBy({
    by: ["debunkVersionId"],
    // Each member has one list to fetch from; what a webhook took counts there too. The platform is no member here, as on
    // the coverage page that the figure opens.
    where: {
      debunkVersionId: { in: items.map(({ id }) => id) },
      endpoint: { kind: "pull", member: { tier: { not: "1" } } },
    },
    _count: { _all: true, receivedAt: true },
  });
  const carriersOf = await countCarriers(items.map(({ debunk }) => debunk.slug));
  const countOf = new Map(counts.map(({ debunkVersionId, _count }) => [debunkVersionId, _count]));
  return {
    nextCursor,
    items: items.map((item) => ({
      ...item,
      sent: countOf.get(item.id)?._all ?? 0,
      received: countOf.get(item.id)?.receivedAt ?? 0,
      ...carriersOf(item.debunk.slug),
    })),
  };
}

export type ReceiptRow = Awaited<ReturnType<typeof listReceipts>>["items"][number];
