import { db, type Tx } from "#lib/platform/db";
import type { Grant } from "./actor.ts";

/** What people hold at this moment, by their ids; whoever was removed holds nothing and is left out. */
export async function mapGrants(userIds: readonly string[], client: Tx = db): Promise<Map<string, Grant[]>> {
  const held = await client.membership.findMany({
    where: { userId: { in: [...userIds] }, user: { removedAt: null } },
    select: { userId: true, memberId: true, role: true, member: { select: { tier: true } } },
  });
  const grants = new Map<string, Grant[]>();
  for (const { userId, memberId, role, member } of held) {
    grants.set(userId, [...(grants.get(userId) ?? []), { memberId, role, tier: member.tier }]);
  }
  return grants;
}
