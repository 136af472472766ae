import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db, Prisma } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { coverageOf, figureColumns, isIn } from "./covered-rows.ts";
import type { Figures } from "./figures.ts";
import { findContacts, lastReminders } from "./find-contacts.ts";
import type { CoverageFilter } from "./schema.ts";

const PAGE = 50;

type Row = {
  id: string;
  zh: string;
  en: string;
  laidAt: Date | null;
  receivedAt: Date | null;
  receivedBy: PrismaJson.ReceivedBy | null;
  /** How often its pages showed the notice in a frame. */
  times: number | null;
};

/** A notice as it stands now, for whoever may see who carries it. @throws AppError NOT_FOUND or FORBIDDEN */
export async function loadCovered(actor: Actor, slug: string) {
  assertCan(actor, "coverage.read");
  const debunk = await db.debunk.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      title: true,
      titleEn: true,
      verdict: true,
      status: true,
      currentVersion: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          publishedAt: true,
          correctionKind: true,
          recalls: { orderBy: { at: "desc" }, take: 1, select: { at: true } },
        },
      },
    },
  });
  const [current] = debunk?.versions ?? [];
  if (!debunk || !current) throw new AppError("NOT_FOUND");
  return { ...debunk, current };
}

export type Covered = Awaited<ReturnType<typeof loadCovered>>;

/** How many members have a notice, by prefecture; those of the whole province stand under its own code. */
export async function countByPrefecture(
  actor: Actor,
  debunkId: string,
): Promise<(Figures & { prefecture: string })[]> {
  assertCan(actor, "coverage.read");
  return db.$queryRaw`
    ${coverageOf([debunkId])} SELECT prefecture, ${figureColumns} FROM coverage GROUP BY prefecture ORDER BY prefecture`;
}

/** The members that a figure counts, in the order of the directory, with where they show the notice and whom to call there. */
export async function listCovered(
  actor: Actor,
  debunkId: string,
  { state, prefecture, cursor }: CoverageFilter,
) {
  assertCan(actor, "coverage.read");
  const rows = await db.$queryRaw<Row[]>`
    ${coverageOf([debunkId])}
    SELECT id, zh, en, laid_at AS "laidAt", received_at AS "receivedAt", received_by AS "receivedBy", times
    FROM coverage
    WHERE ${state ? isIn(state) : Prisma.sql`true`} AND ${prefecture ? Prisma.sql`prefecture = ${prefecture}` : Prisma.sql`true`}
      AND ${cursor ? Prisma.sql`(tier, division_code, id) > (SELECT tier, division_code, id FROM members WHERE id = ${cursor})` : Prisma.sql`true`}
    ORDER BY tier, division_code, id LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  const ids = page.map(({ id }) => id);
  const [contactsOf, reminded, adoptions] = await Promise.all([
    findContacts(ids),
    lastReminders(ids),
    db.adoption.findMany({
      where: { debunkId, memberId: { in: ids }, version: { not: null }, withdrawnAt: null, missedAt: null },
      orderBy: [{ version: "asc" }, { id: "asc" }],
      select: {
        memberId: true,
        id: true,
        url: true,
        version: true,
        channel: true,
        seenAt: true,
        toldAt: true,
      },
    }),
  ]);
  const shown = Map.groupBy(adoptions, ({ memberId }) => memberId);
  return {
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    items: page.map((row) => ({
      ...row,
      pages: shown.get(row.id) ?? [],
      contacts: contactsOf(row.id),
      reminder: reminded.get(row.id) ?? null,
    })),
  };
}

export type CoveredMember = Awaited<ReturnType<typeof listCovered>>["items"][number];
