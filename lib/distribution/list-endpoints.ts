import type { Actor } from "#lib/access/actor";
import { assertCan, can, canEverywhere, membersFor } from "#lib/access/can";
import { mapGrants } from "#lib/access/map-grants";
import { db } from "#lib/platform/db";

/** How an endpoint stands: what was sent there last, what waits, and what was given up. */
type Standing = { lastSentAt: Date | null; waiting: number; givenUp: number; failingSince: Date | null };

/** The members whose endpoints the actor may see, with their webhooks and digests. */
export async function listEndpoints(actor: Actor) {
  assertCan(actor, "endpoint.list");
  const everywhere = canEverywhere(actor, "endpoint.list");
  const members = await db.member.findMany({
    where: everywhere
      ? { endpoints: { some: { kind: { not: "pull" }, disabledAt: null } } }
      : { id: { in: membersFor(actor, "endpoint.list") } },
    orderBy: [{ tier: "asc" }, { id: "asc" }],
    select: {
      id: true,
      zh: true,
      en: true,
      endpoints: {
        where: { kind: { not: "pull" }, OR: [{ disabledAt: null }, { disabledBecause: { not: "removed" } }] },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          kind: true,
          name: true,
          host: true,
          email: true,
          createdAt: true,
          confirmedAt: true,
          pausedAt: true,
          disabledAt: true,
          disabledBecause: true,
        },
      },
    },
  });
  const ids = members.flatMap(({ endpoints }) => endpoints.map(({ id }) => id));
  const [standing, seenBy] = await Promise.all([standingOf(ids), whoSawSecrets(ids)]);
  const holders = await mapGrants([...seenBy.values()]);
  return members.map(({ endpoints, ...member }) => {
    const of = { memberIds: [member.id] };
    const maySee = (userId: string) => can({ grants: holders.get(userId) ?? [] }, "endpoint.manage", of);
    return {
      ...member,
      mayManage: can(actor, "endpoint.manage", of),
      endpoints: endpoints.map((endpoint) => {
        const userId = seenBy.get(endpoint.id);
        /** Whoever was shown the secret may not have it any more. */
        const asksForRotation = endpoint.disabledAt === null && userId !== undefined && !maySee(userId);
        return { ...endpoint, ...nothing, ...standing.get(endpoint.id), asksForRotation };
      }),
    };
  });
}

/** By the id of a webhook who was shown the secret that it has now. */
async function whoSawSecrets(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; userId: string }[]>`
    SELECT DISTINCT ON (subject_id) subject_id AS id, actor_user_id::text AS "userId"
    FROM events JOIN endpoints ON endpoints.id::text = subject_id
    WHERE type IN ('endpoint.added', 'endpoint.rotated') AND actor_user_id IS NOT NULL
      AND kind = 'webhook' AND endpoints.id = ANY(${[...ids]}::uuid[])
    ORDER BY subject_id, seq DESC`;
  return new Map(rows.map(({ id, userId }) => [id, userId]));
}

export type MemberEndpoints = Awaited<ReturnType<typeof listEndpoints>>[number];
export type EndpointRow = MemberEndpoints["endpoints"][number];

const nothing: Standing = { lastSentAt: null, waiting: 0, givenUp: 0, failingSince: null };

async function standingOf(ids: readonly string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(Standing & { id: string })[]>`
    SELECT endpoints.id::text,
      (SELECT max(sent_at) FROM deliveries WHERE endpoint_id = endpoints.id AND sent_at IS NOT NULL) AS "lastSentAt",
      (SELECT count(*)::int FROM deliveries
        WHERE endpoint_id = endpoints.id AND sent_at IS NULL AND failed_at IS NULL AND due_at IS NOT NULL) AS waiting,
      (SELECT count(*)::int FROM deliveries WHERE endpoint_id = endpoints.id AND failure = 'tries') AS "givenUp",
      coalesce(failing_hosts.since, (SELECT min(created_at) FROM digests
        WHERE endpoint_id = endpoints.id AND sent_at IS NULL AND failed_at IS NULL AND attempts > 0)) AS "failingSince"
    FROM endpoints LEFT JOIN failing_hosts USING (host) WHERE endpoints.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}
