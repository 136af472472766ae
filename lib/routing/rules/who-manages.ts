import { ruleOf } from "#lib/access/permissions";
import type { Tx } from "#lib/platform/db";

/**
 * The people who may change the rules, as the database has them now. They are held until the transaction ends: whoever takes
 * such a role away from somebody comes before or after.
 */
export async function whoManages(tx: Tx): Promise<Set<string>> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT membership.user_id AS id FROM memberships membership
    JOIN users person ON person.id = membership.user_id AND person.removed_at IS NULL
    JOIN members member ON member.id = membership.member_id AND member.tier = '1'
    WHERE membership.role = ANY(${[...ruleOf("rules.manage").platform]}::text[])
    ORDER BY membership.user_id, membership.role
    FOR SHARE OF membership`;
  return new Set(found.map(({ id }) => id));
}
