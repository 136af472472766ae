import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db, Prisma } from "#lib/platform/db";
import { findContacts, lastReminders } from "./find-contacts.ts";
import type { SilentFilter } from "./schema.ts";
import { silentDeliveries } from "./silent-rows.ts";

const PAGE = 50;

/** How many members are silent about something of late, by prefecture. */
export async function countSilent(actor: Actor): Promise<{ prefecture: string; silent: number }[]> {
  assertCan(actor, "coverage.read");
  return db.$queryRaw`
    SELECT left(division_code, 4) || '00' AS prefecture, count(DISTINCT members.id)::int AS silent
    FROM (${silentDeliveries()}) waiting JOIN members ON members.id = member_id GROUP BY 1 ORDER BY 1`;
}

/** The members that are silent about something of late, the longest first: since when, about how much, and whom to call. */
export async function listSilent(actor: Actor, { prefecture, cursor }: Omit<SilentFilter, "view">) {
  assertCan(actor, "coverage.read");
  const rows = await db.$queryRaw<
    { id: string; zh: string; en: string; since: Date; notices: number; lastSign: Date | null }[]
  >`
    SELECT members.id, zh, en, since, notices, (
        SELECT max(received_at) FROM deliveries WHERE received_at IS NOT NULL AND endpoint_id = (
          SELECT id FROM endpoints WHERE endpoints.member_id = members.id AND kind = 'pull')) AS "lastSign"
    FROM (
      SELECT member_id, min(laid_at) AS since, count(*)::int AS notices FROM (${silentDeliveries()}) waiting GROUP BY member_id
    ) silent JOIN members ON members.id = member_id
    WHERE ${prefecture ? Prisma.sql`left(division_code, 4) || '00' = ${prefecture}` : Prisma.sql`true`}
      AND ${cursor ? Prisma.sql`(since, members.id) > (${cursor.since}, ${cursor.memberId})` : Prisma.sql`true`}
    ORDER BY since, members.id LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  const ids = page.map(({ id }) => id);
  const [contactsOf, reminded] = await Promise.all([findContacts(ids), lastReminders(ids)]);
  const last = page.at(-1);
  return {
    nextCursor: rows.length > PAGE && last ? `${last.since.getTime()}.${last.id}` : null,
    items: page.map((row) => ({
      ...row,
      contacts: contactsOf(row.id),
      reminder: reminded.get(row.id) ?? null,
    })),
  };
}

export type SilentMember = Awaited<ReturnType<typeof listSilent>>["items"][number];
