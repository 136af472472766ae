import type { Actor } from "#lib/access/actor";
import { assertCan, canEverywhere, membersFor } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { openInvitations } from "./invitations.ts";

/** The members whose people the actor may see, with their people, roles and open invitations. */
export async function listPeople(actor: Actor) {
  assertCan(actor, "people.list");
  const own = canEverywhere(actor, "people.list") ? {} : { id: { in: membersFor(actor, "people.list") } };
  return db.member.findMany({
    where: {
      ...own,
      OR: [
        { memberships: { some: {} } },
        { invitations: { some: openInvitations() } },
        ...("id" in own ? [own] : []),
      ],
    },
    orderBy: [{ tier: "asc" }, { id: "asc" }],
    select: {
      id: true,
      zh: true,
      en: true,
      tier: true,
      memberships: {
        orderBy: { grantedAt: "asc" },
        select: { role: true, user: { select: { id: true, name: true, email: true } } },
      },
      invitations: {
        where: openInvitations(),
        select: { id: true, name: true, email: true, roles: true, expiresAt: true },
      },
    },
  });
}

export type MemberPeople = Awaited<ReturnType<typeof listPeople>>[number];
