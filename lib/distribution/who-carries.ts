import { Prisma } from "#lib/platform/db";

/**
 * Where a notice stands, of what members told: a version is known of it, nobody has taken it back, and it was there when it
 * was looked for last. Everything that counts or lists who carries a notice reads by this (the index adoptions_carried).
 */
export const isCarried = Prisma.sql`(version IS NOT NULL AND withdrawn_at IS NULL AND missed_at IS NULL)`;

/** Whose a host is: the members that have a webhook there, or a notice stands there. Rows of `member_id`. */
export const ownersOf = (host: Prisma.Sql) => Prisma.sql`
  SELECT member_id FROM adoptions WHERE adoptions.host = ${host} AND ${isCarried}
  UNION SELECT member_id FROM endpoints WHERE endpoints.host = ${host} AND kind = 'webhook'`;
