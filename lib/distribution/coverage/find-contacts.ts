import { db } from "#lib/platform/db";

/** Somebody to call at a member. */
export type Contact = { name: string; email: string };

/** The coordinators of some members, by name. */
export async function findContacts(memberIds: readonly string[]): Promise<(memberId: string) => Contact[]> {
  const rows = await db.membership.findMany({
    where: { memberId: { in: [...memberIds] }, role: "coordinator", user: { removedAt: null } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { memberId: true, user: { select: { name: true, email: true } } },
  });
  const contacts = Map.groupBy(rows, ({ memberId }) => memberId);
  return (memberId) => (contacts.get(memberId) ?? []).map(({ user }) => user);
}

/** The last reminder of a member: when it left, or when it was given up. */
export type LastReminder = { at: Date; state: "sent" | "waiting" | "failed" };

/** The last reminder of each of some members that has one; one for which there was nothing left to say is none. */
export async function lastReminders(memberIds: readonly string[]): Promise<Map<string, LastReminder>> {
  const rows = await db.$queryRaw<(LastReminder & { memberId: string })[]>`
    SELECT DISTINCT ON (member_id) member_id AS "memberId", coalesce(sent_at, failed_at, created_at) AS at,
      CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN failed_at IS NULL THEN 'waiting' ELSE 'failed' END AS state
    FROM reminders WHERE member_id = ANY(${[...memberIds]}) AND failure IS DISTINCT FROM 'outdated'
    ORDER BY member_id, day DESC`;
  return new Map(rows.map(({ memberId, ...last }) => [memberId, last]));
}
