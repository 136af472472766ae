import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { isId } from "#lib/platform/id";
import type { Actor } from "./actor.ts";

/** The person of a session that has neither ended nor been ended, with the roles held at this moment. */
export async function findActorOf(sessionId: string): Promise<Actor | null> {
  if (!isId(sessionId)) return null;
  const session = await db.session.findUnique({
    where: { id: sessionId },
    select: {
      revokedAt: true,
      expiresAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          removedAt: true,
          memberships: { select: { role: true, memberId: true, member: { select: { tier: true } } } },
        },
      },
    },
  });
  if (!session || session.revokedAt || session.expiresAt <= now() || session.user.removedAt) return null;
  const { id, name, email, memberships } = session.user;
  return {
    userId: id,
    name,
    email,
    sessionId,
    grants: memberships.map(({ role, memberId, member }) => ({ role, memberId, tier: member.tier })),
  };
}
