import type { Actor } from "#lib/access/actor";
import { membersFor } from "#lib/access/can";
import { db } from "#lib/platform/db";

/** Where the actor's own members say that they republished some notices, with what the last look met. */
export async function listOwnPages(actor: Actor, slugs: readonly string[]) {
  const rows = await db.adoption.findMany({
    where: { memberId: { in: membersFor(actor, "delivery.list") }, debunk: { slug: { in: [...slugs] } } },
    orderBy: [{ toldAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      memberId: true,
      url: true,
      version: true,
      channel: true,
      isLookedAt: true,
      seenAt: true,
      missedAt: true,
      withdrawnAt: true,
      debunk: { select: { slug: true, status: true, currentVersion: true } },
      looks: {
        orderBy: { version: "desc" },
        take: 1,
        select: { dueAt: true, attempts: true, sentAt: true, failedAt: true, error: true },
      },
    },
  });
  return rows.map(({ looks: [look = null], ...page }) => ({ ...page, look }));
}

export type OwnPage = Awaited<ReturnType<typeof listOwnPages>>[number];
