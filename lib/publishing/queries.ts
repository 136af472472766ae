import { days, startOfDay } from "#lib/platform/clock";
import { type Page, readPage } from "#lib/platform/cursor";
import { db, type Prisma } from "#lib/platform/db";
import type { DebunkFilter } from "./schema.ts";

export const cardSelect = {
  id: true,
  slug: true,
  status: true,
  verdict: true,
  title: true,
  titleEn: true,
  summary: true,
  currentVersion: true,
  publishedAt: true,
  updatedAt: true,
  divisionCodes: true,
  topic: { select: { id: true, zh: true, en: true } },
  claim: { select: { id: true, wording: true, reportCount: true } },
} as const;

/** Which version of a notice it is, and what it corrects. */
export const versionSelect = {
  number: true,
  publishedAt: true,
  correctionKind: true,
  correctionNote: true,
} as const;

/** A notice as lists show it. */
export type DebunkCard = Prisma.DebunkGetPayload<{ select: typeof cardSelect }>;

/** Published notices, newest first. @throws AppError VALIDATION for a cursor that nobody here made */
export const listDebunks = (filter: Omit<DebunkFilter, "q">): Promise<Page<DebunkCard>> =>
  readPage("publishedAt", filter, ({ behind, ...page }) =>
    db.debunk.findMany({ where: { AND: [whereOf(filter), behind] }, select: cardSelect, ...page }),
  );

/** The conditions of a filter; days are days in Sichuan. */
export function whereOf({
  topic,
  division,
  verdict,
  from,
  to,
}: Omit<DebunkFilter, "q" | "limit">): Prisma.DebunkWhereInput {
  return {
    ...(topic && { topicId: topic }),
    ...(division && { divisionCodes: { has: division } }),
    ...(verdict && { verdict }),
    ...((from || to) && {
      publishedAt: {
        ...(from && { gte: startOfDay(from) }),
        ...(to && { lt: new Date(startOfDay(to).getTime() + days(1)) }),
      },
    }),
  };
}

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
