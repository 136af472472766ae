import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { readPage } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import { coverageOf, figureColumns } from "./covered-rows.ts";
import { type Figures, noFigures } from "./figures.ts";

const PAGE = 20;

/** The newest notices, with how many members have each, confirmed it, republished it, show an older version or are silent. */
export async function listCoveredNotices(actor: Actor, cursor?: string) {
  assertCan(actor, "coverage.read");
  const { items, nextCursor } = await readPage(
    "publishedAt",
    { cursor, limit: PAGE },
    ({ behind, ...page }) =>
      db.debunk.findMany({
        where: behind,
        select: {
          id: true,
          slug: true,
          title: true,
          titleEn: true,
          verdict: true,
          publishedAt: true,
          currentVersion: true,
        },
        ...page,
      }),
  );
  const rows = await db.$queryRaw<(Figures & { debunkId: string })[]>`
    ${coverageOf(items.map(({ id }) => id))}
    SELECT debunk_id::text AS "debunkId", ${figureColumns} FROM coverage GROUP BY debunk_id`;
  const figures = new Map(rows.map(({ debunkId, ...rest }) => [debunkId, rest]));
  return {
    nextCursor,
    items: items.map((item) => ({ ...item, figures: figures.get(item.id) ?? noFigures })),
  };
}

export type CoveredNoticeRow = Awaited<ReturnType<typeof listCoveredNotices>>["items"][number];
