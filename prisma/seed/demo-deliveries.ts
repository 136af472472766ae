import { deliverPublication } from "#lib/distribution/deliver-publication";
import { makeLabels } from "#lib/distribution/make-labels";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { Step } from "./tell.ts";
import { publicationsOf } from "./tell-notice.ts";
import type { Told } from "./told.ts";

/** Every version is laid ready for every endpoint and has its label, as the worker does it. */
export const deliverySteps = (told: Told): Step[] =>
  publicationsOf(told.story).map((at) => ({
    at: after(at, 2_000),
    take: async () => {
      if (!told.debunk) return;
      await deliverPublication(told.debunk.id);
      await makeLabels(told.debunk.id);
    },
  }));

/**
 * Five members of six have fetched each version, most of them within the hour. Members' systems fetch by themselves, so
 * that no person's event belongs to it.
 */
export async function receiveMost(): Promise<void> {
  await db.$executeRaw`
    UPDATE deliveries SET received_at = fetched.at, received_by = CASE WHEN turn % 3 = 0 THEN 'person' ELSE 'program' END
    FROM (
      SELECT id, created_at + turn * interval '1 minute' AS at, turn
      FROM (
        SELECT id, created_at, (
          (dense_rank() OVER (ORDER BY endpoint_id) - 1) * 37 + (dense_rank() OVER (ORDER BY debunk_version_id) - 1) * 11
        ) % 96 AS turn
        FROM deliveries
      ) numbered
    ) fetched
    WHERE fetched.id = deliveries.id AND fetched.turn < 80 AND fetched.at < ${now()}`;
}

/**
 * One medium of eight has republished each notice, within hours, as its application says; of those that were corrected since,
 * every third still shows the version before.
 */
export async function republishSome(): Promise<void> {
  const media = await db.member.findMany({
    where: { kind: { in: ["outlet", "city-media", "county-media-centre"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const notices = await db.debunk.findMany({
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      slug: true,
      versions: { orderBy: { number: "asc" }, select: { number: true, publishedAt: true } },
    },
  });
  const rows = notices.flatMap(({ id: debunkId, slug, versions }, nth) =>
    media.flatMap(({ id: memberId }, at) => {
      const turn = (at * 7 + nth * 3) % 24;
      if (turn >= 3) return [];
      const version = versions.at(turn === 0 ? 0 : -1);
      const publishedAt = version && after(version.publishedAt, hours(1 + turn));
      if (!publishedAt || publishedAt > now()) return [];
      const host = `${memberId}.example.org`;
      const url = `https://${host}/news/${slug}`;
      const times = { publishedAt, toldAt: publishedAt };
      return {
        id: newId(),
        memberId,
        debunkId,
        version: version.number,
        url,
        host,
        channel: "web" as const,
        ...times,
      };
    }),
  );
  await db.adoption.createMany({ data: rows });
}
