import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { isId } from "#lib/platform/id";
import type { Actor, Grant } from "./actor.ts";

type Row = Pick<Actor, "userId" | "name" | "email"> & { [Of in keyof Grant]: Grant[Of] | null };

/**
 * The person of a session that has neither ended nor been ended, with the roles held at this moment. It is asked with every
 * request of somebody signed in: one statement.
 */
export async function findActorOf(sessionId: string): Promise<Actor | null> {
  if (!isId(sessionId)) return null;
  const rows = await db.$queryRaw<Row[]>`
    SELECT users.id::text AS "userId", users.name, users.email, memberships.role, member_id AS "memberId", tier
    FROM sessions
    JOIN users ON users.id = sessions.user_id AND users.removed_at IS NULL
    LEFT JOIN memberships ON memberships.user_id = users.id
    LEFT JOIN members ON members.id = memberships.member_id
    WHERE sessions.id = ${sessionId}::uuid AND revoked_at IS NULL AND expires_at > ${now()}
    ORDER BY member_id, memberships.role`;
  const [person] = rows;
  if (!person) return null;
  const { userId, name, email } = person;
  const grants = rows.flatMap(({ role, memberId, tier }) =>
    role && memberId && tier ? { role, memberId, tier } : [],
  );
  return { userId, name, email, sessionId, grants };
}
