import { db } from "#lib/platform/db";

/** Until when a session lasts; null when it has been ended. */
export async function endOfSession(id: string): Promise<Date | null> {
  const session = await db.session.findUnique({
    where: { id },
    select: { expiresAt: true, revokedAt: true },
  });
  return session && !session.revokedAt ? session.expiresAt : null;
}

/** The sessions among these that nobody has ended. */
export async function openAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const open = await db.session.findMany({
    where: { id: { in: [...ids] }, revokedAt: null },
    select: { id: true },
  });
  return new Set(open.map(({ id }) => id));
}
