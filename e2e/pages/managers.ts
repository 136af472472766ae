import { ruleOf } from "#lib/access/permissions";
import { db } from "#lib/platform/db";

/** Does something while nobody but one person may change the routing rules. */
export async function withoutOtherManagers(email: string, run: () => Promise<void>): Promise<void> {
  const others = await db.membership.findMany({
    where: { role: { in: [...ruleOf("rules.manage").platform] }, user: { email: { not: email } } },
  });
  const pairs = others.map(({ userId, memberId, role }) => ({ userId, memberId, role }));
  await db.membership.deleteMany({ where: { OR: pairs } });
  await run().finally(() => db.membership.createMany({ data: others }));
}
