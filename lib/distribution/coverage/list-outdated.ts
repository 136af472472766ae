import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { pageOf, placeOf } from "#lib/platform/cursor";
import { db, Prisma } from "#lib/platform/db";
import { findContacts } from "./find-contacts.ts";
import { outdatedAdoptions } from "./silent-rows.ts";

const PAGE = 50;

type Row = {
  id: string;
  memberId: string;
  zh: string;
  en: string;
  slug: string;
  title: string;
  titleEn: string | null;
  url: string;
  version: number;
  currentVersion: number;
  isRetraction: boolean;
  changedAt: Date;
  seenAt: Date | null;
};

/** On how many pages an older version still stands. */
export async function countOutdated(actor: Actor): Promise<number> {
  assertCan(actor, "coverage.read");
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (${outdatedAdoptions}) outdated`;
  return row.count;
}

/** Where an older version still stands, what was changed last first, and whom to call. */
export async function listOutdated(actor: Actor, cursor?: string) {
  assertCan(actor, "coverage.read");
  const from = cursor ? placeOf(cursor) : null;
  const { items, nextCursor } = await pageOf(
    "changedAt",
    { limit: PAGE },
    (limit) =>
      db.$queryRaw<Row[]>`
      SELECT outdated.id::text, outdated.member_id AS "memberId", members.zh, members.en, slug, title, title_en AS "titleEn", url,
        version, current_number AS "currentVersion", is_retraction AS "isRetraction", changed_at AS "changedAt",
        seen_at AS "seenAt"
      FROM (${outdatedAdoptions}) outdated JOIN adoptions ON adoptions.id = outdated.id
        JOIN members ON members.id = outdated.member_id JOIN debunks ON debunks.id = outdated.debunk_id
      WHERE ${from ? Prisma.sql`(changed_at, outdated.id) < (${from.at}, ${from.id}::uuid)` : Prisma.sql`true`}
      ORDER BY changed_at DESC, outdated.id DESC LIMIT ${limit}`,
  );
  const contactsOf = await findContacts(items.map(({ memberId }) => memberId));
  return { nextCursor, items: items.map((row) => ({ ...row, contacts: contactsOf(row.memberId) })) };
}

export type OutdatedPage = Awaited<ReturnType<typeof listOutdated>>["items"][number];
