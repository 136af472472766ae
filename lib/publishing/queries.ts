import { days, startOfDay } from "#lib/platform/clock";
import { behind, type Page, readCursor, toPage } from "#lib/platform/cursor";
import { db, type Prisma } from "#lib/platform/db";
import type { DebunkFilter } from "./schema.ts";

const cardSelect = {
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

const readCards = (args: { where: Prisma.DebunkWhereInput; take: number }) =>
  db.debunk.findMany({ ...args, select: cardSelect, orderBy: [{ publishedAt: "desc" }, { id: "desc" }] });

/** A notice as lists show it. */
export type DebunkCard = Awaited<ReturnType<typeof readCards>>[number];

/** Published notices, newest first. @throws AppError VALIDATION for a cursor that nobody here made */
export async function listDebunks(filter: Omit<DebunkFilter, "q">): Promise<Page<DebunkCard>> {
  const cursor = readCursor(filter.cursor);
  const rows = await readCards({
    where: { AND: [whereOf(filter), behind("publishedAt", cursor)] },
    take: filter.limit + 1,
  });
  return toPage(
    rows,
    filter.limit,
    (row) => ({ at: row.publishedAt, id: row.id }),
    (row) => row,
  );
}

/** The conditions of a filter; days are days in Sichuan. */
function whereOf({
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
      versions: {
        orderBy: { number: "desc" },
        select: {
          number: true,
          publishedAt: true,
          correctionKind: true,
          correctionNote: true,
          content: true,
        },
      },
    },
  });
  const current = debunk?.versions[0];
  return debunk && current ? { ...debunk, current } : null;
}

export type DebunkView = NonNullable<Awaited<ReturnType<typeof findDebunk>>>;

/** Corrections of all kinds, newest first. */
export async function listCorrections(cursorText?: string, limit = 20) {
  const cursor = readCursor(cursorText);
  const rows = await db.debunkVersion.findMany({
    where: {
      correctionKind: { not: null },
      ...behind("publishedAt", cursor),
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true,
      number: true,
      publishedAt: true,
      correctionKind: true,
      correctionNote: true,
      debunk: { select: { slug: true, title: true, titleEn: true, verdict: true, status: true } },
    },
  });
  return toPage(
    rows,
    limit,
    (row) => ({ at: row.publishedAt, id: row.id }),
    (row) => row,
  );
}

export type CorrectionRow = Awaited<ReturnType<typeof listCorrections>>["items"][number];

export { cardSelect };
