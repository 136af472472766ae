import type { Actor } from "#lib/access/actor";
import { keyState, opens } from "#lib/access/api-key";
import { assertCan, can, canEverywhere, membersFor } from "#lib/access/can";
import { mapGrants } from "#lib/access/map-grants";
import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { mapPeople } from "./queries.ts";

/** How long a key that opens nothing any more is still listed. */
const REMEMBERED = days(90);

/** The members whose keys the actor may see, with the keys that work and those that ended of late, newest first. */
export async function listKeys(actor: Actor) {
  assertCan(actor, "key.list");
  const everywhere = canEverywhere(actor, "key.list");
  const since = after(now(), -REMEMBERED);
  const members = await db.member.findMany({
    where: everywhere ? { apiKeys: { some: {} } } : { id: { in: membersFor(actor, "key.list") } },
    orderBy: [{ tier: "asc" }, { id: "asc" }],
    select: {
      id: true,
      zh: true,
      en: true,
      apiKeys: {
        where: {
          OR: [
            { revokedAt: null, expiresAt: null },
            { revokedAt: null, expiresAt: { gt: since } },
            { revokedAt: { gt: since } },
          ],
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          name: true,
          hint: true,
          scopes: true,
          createdAt: true,
          createdById: true,
          lastUsedAt: true,
          expiresAt: true,
          revokedAt: true,
        },
      },
    },
  });
  const makers = members.flatMap(({ apiKeys }) => apiKeys.flatMap(({ createdById }) => createdById ?? []));
  const [people, holders] = await Promise.all([mapPeople(makers), mapGrants(makers)]);
  return members.map(({ apiKeys, ...member }) => {
    const maySee = (userId: string) =>
      can({ grants: holders.get(userId) ?? [] }, "key.manage", { memberIds: [member.id] });
    const keys = apiKeys.map(({ createdById, ...key }) => ({
      ...key,
      state: keyState(key),
      createdBy: people.get(createdById ?? "") ?? null,
      /** Whoever was shown the secret may not have it any more. */
      asksForRotation: keyState(key) === "live" && createdById !== null && !maySee(createdById),
    }));
    return {
      ...member,
      mayManage: can(actor, "key.manage", { memberIds: [member.id] }),
      working: keys.filter(({ state }) => opens(state)),
      ended: keys.filter(({ state }) => !opens(state)),
    };
  });
}

export type MemberKeys = Awaited<ReturnType<typeof listKeys>>[number];
export type KeyRow = MemberKeys["working"][number];
