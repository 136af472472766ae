import { type Page, pageOf, readPage } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import {
  behind,
  cardSelect,
  conditionsOf,
  conditionsOfWishes,
  type DebunkCard,
  type NoticeWishes,
  readCards,
} from "./cards.ts";
import type { DebunkFilter } from "./schema.ts";

/** Which version of a notice it is, and what it corrects. */
export const versionSelect = {
  number: true,
  publishedAt: true,
  correctionKind: true,
  correctionNote: true,
} as const;

/** Published notices, newest first. @throws AppError VALIDATION for a cursor that nobody here made */
export const listDebunks = (
  filter: Omit<DebunkFilter, "q">,
  wishes?: NoticeWishes,
): Promise<Page<DebunkCard>> =>
  pageOf("publishedAt", filter, (limit) => {
    const wished = wishes ? conditionsOfWishes(wishes) : [];
    return readCards([...conditionsOf(filter), ...wished, ...behind(filter.cursor)], limit);
  });

/** One notice with its current version and the list of all; null where the slug names none. */
export async function findDebunk(slug: string) {
  const debunk = await db.debunk.findUnique({
    where: { slug },
    select: {
      ...cardSelect,
      versions: { orderBy: { number: "desc" }, select: { ...versionSelect, content: true } },
    },
  });
  const current = debunk?.versions[0];
  return debunk && current ? { ...debunk, current } : null;
}

/** A notice as pages of other sites show it, with what its current version is; null where the slug names none. */
export async function findWidgetNotice(slug: string) {
  const debunk = await db.debunk.findUnique({
    where: { slug },
    select: {
      slug: true,
      verdict: true,
      title: true,
      titleEn: true,
      summary: true,
      publishedAt: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: versionSelect },
    },
  });
  const current = debunk?.versions[0];
  return debunk && current ? { ...debunk, current } : null;
}

export type WidgetNotice = NonNullable<Awaited<ReturnType<typeof findWidgetNotice>>>;

/** What notices say that one can do, by their slugs. */
export async function adviceOf(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db.$queryRaw<{ slug: string; advice: string }[]>`
    SELECT slug, content->>'advice' AS advice
    FROM debunks JOIN debunk_versions version ON version.debunk_id = debunks.id AND version.number = current_version
    WHERE slug = ANY(${[...slugs]}) AND content->>'advice' <> ''`;
  return new Map(rows.map(({ slug, advice }) => [slug, advice]));
}

/** Whether there is a notice with this slug. */
export const isNotice = async (slug: string): Promise<boolean> =>
  (await db.debunk.count({ where: { slug } })) > 0;

/** Whether the notice with this slug has a version of this number. */
export const isVersion = async (slug: string, number: number): Promise<boolean> =>
  (await db.debunkVersion.count({ where: { number, debunk: { slug } } })) > 0;

export type DebunkView = NonNullable<Awaited<ReturnType<typeof findDebunk>>>;

/** Corrections of all kinds, newest first. */
export const listCorrections = (cursor?: string) =>
  readPage("publishedAt", { cursor, limit: 20 }, ({ behind, ...page }) =>
    db.debunkVersion.findMany({
      where: { correctionKind: { not: null }, ...behind },
      select: {
        id: true,
        ...versionSelect,
        debunk: { select: { slug: true, title: true, titleEn: true, verdict: true, status: true } },
      },
      ...page,
    }),
  );

export type CorrectionRow = Awaited<ReturnType<typeof listCorrections>>["items"][number];
