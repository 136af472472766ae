import type { Role } from "#lib/access/roles";
import { hours, after as later, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { actorOf, seedPerson } from "#seed/people";
import { receiveDelivery } from "../receive-delivery.ts";
import { someoneAt } from "./pages.ts";

/** At work, so that reminders leave by the clock as well. */
export const noon = later(startOfDay("2026-03-02"), hours(12));

/** What other tests left behind is not silence of today, and nobody was reminded yet. */
export async function beginAnew(): Promise<void> {
  await db.membership.deleteMany({ where: { role: "coordinator" } });
  await db.reminder.deleteMany();
  await db.delivery.updateMany({
    where: { receivedAt: null },
    data: { receivedAt: now(), receivedBy: "program" },
  });
}

/** Somebody at the platform desk. */
export const platform = async (role: Role) =>
  actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role }] }));
export const member = "outlet-cover-news";
export const [chengdu, health] = ["group-chengdu-media", "dept-health"];

/** A coordinator of a member, by whose address it is written to. */
export async function newCoordinator(memberId: string) {
  const email = `coordinator-${newId()}@example.org`;
  await seedPerson({ name: "演示·联络员", email, roles: [{ memberId, role: "coordinator" }] });
  return email;
}

/** The newest version of a notice as it was laid ready for a member. */
export const deliveryOf = (memberId: string, debunkId: string) =>
  db.delivery.findFirstOrThrow({
    where: { endpoint: { memberId, kind: "pull" }, version: { debunkId } },
    orderBy: { createdAt: "desc" },
  });

/** Somebody at a member says that it has a notice. */
export async function confirm(memberId: string, debunkId: string) {
  const { id } = await deliveryOf(memberId, debunkId);
  await receiveDelivery(await someoneAt(memberId), { deliveryId: id });
}

/** Everybody but these has it. */
export async function allBut(debunkId: string, silent: readonly string[]) {
  await db.delivery.updateMany({
    where: { version: { debunkId }, receivedAt: null, endpoint: { memberId: { notIn: [...silent] } } },
    data: { receivedAt: now(), receivedBy: "program" },
  });
}

/** All pages of a list, one after the other. */
export async function all<Item>(
  page: (cursor?: string) => Promise<{ items: Item[]; nextCursor: string | null }>,
) {
  const items: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const next = await page(cursor);
    items.push(...next.items);
    cursor = next.nextCursor;
  }
  return items;
}
