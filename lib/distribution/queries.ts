import type { Actor } from "#lib/access/actor";
import { assertCan, canEverywhere, membersFor } from "#lib/access/can";
import { behind, type Page, readCursor, toPage } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import type { DeliveryFilter } from "./schema.ts";

const PAGE = 20;

const version = {
  select: {
    id: true,
    number: true,
    publishedAt: true,
    correctionKind: true,
    correctionNote: true,
    content: true,
    debunk: { select: { slug: true, status: true, currentVersion: true } },
  },
} as const;

const read = (args: { where: object; take: number }) =>
  db.delivery.findMany({
    ...args,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      createdAt: true,
      receivedAt: true,
      endpoint: { select: { member: { select: { id: true, zh: true, en: true } } } },
      version,
    },
  });

export type DeliveryRow = Awaited<ReturnType<typeof read>>[number];

/** What was published for the actor's own members to take over, newest first. */
export async function listDeliveries(actor: Actor, filter: DeliveryFilter): Promise<Page<DeliveryRow>> {
  assertCan(actor, "delivery.list");
  const rows = await read({
    where: {
      endpoint: { kind: "pull", memberId: { in: membersFor(actor, "delivery.list") } },
      ...(filter.state === "waiting" && { receivedAt: null }),
      ...behind("createdAt", readCursor(filter.cursor)),
    },
    take: PAGE + 1,
  });
  return toPage(
    rows,
    PAGE,
    (row) => ({ at: row.createdAt, id: row.id }),
    (row) => row,
  );
}

/** How many members each publication was laid ready for and how many have received it, newest first; for the desk. */
export async function listReceipts(actor: Actor, cursor?: string) {
  if (!canEverywhere(actor, "delivery.list")) throw new AppError("FORBIDDEN");
  const rows = await db.debunkVersion.findMany({
    where: behind("publishedAt", readCursor(cursor)),
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    ...version,
  });
  const page = toPage(
    rows,
    PAGE,
    (row) => ({ at: row.publishedAt, id: row.id }),
    (row) => row,
  );
  const counts = await db.delivery.groupBy({
    by: ["debunkVersionId"],
    where: { debunkVersionId: { in: page.items.map(({ id }) => id) } },
    _count: { _all: true, receivedAt: true },
  });
  const countOf = new Map(counts.map(({ debunkVersionId, _count }) => [debunkVersionId, _count]));
  return {
    ...page,
    items: page.items.map((item) => ({
      ...item,
      sent: countOf.get(item.id)?._all ?? 0,
      received: countOf.get(item.id)?.receivedAt ?? 0,
    })),
  };
}

export type ReceiptRow = Awaited<ReturnType<typeof listReceipts>>["items"][number];
