import { days, startOfDay } from "#lib/platform/clock";
import { placeOf } from "#lib/platform/cursor";
import { db, Prisma } from "#lib/platform/db";
import type { Urgency } from "#lib/reference/urgency";
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

/** A notice as lists show it. */
export type DebunkCard = Prisma.DebunkGetPayload<{ select: typeof cardSelect }>;

type Told = Omit<DebunkCard, "publishedAt" | "updatedAt"> & { publishedAt: string; updatedAt: string };

/**
 * The cards of the notices that meet all conditions on `debunk`, in one statement whose answer is JSON: composing and reading
 * Prisma's three costs ten times what the database does for a page that nobody has asked for before.
 */
export async function readCards(conditions: readonly Prisma.Sql[], limit: number): Promise<DebunkCard[]> {
  const [row] = await db.$queryRaw<[{ cards: string }]>`
    SELECT coalesce(json_agg(card), '[]')::text AS cards FROM (
      SELECT debunk.id, debunk.slug, debunk.status, debunk.verdict, debunk.title, debunk.title_en AS "titleEn",
        debunk.summary, debunk.current_version AS "currentVersion", debunk.published_at AS "publishedAt",
        debunk.updated_at AS "updatedAt", debunk.division_codes AS "divisionCodes",
        json_build_object('id', topic.id, 'zh', topic.zh, 'en', topic.en) AS topic,
        json_build_object('id', claim.id, 'wording', claim.wording, 'reportCount', claim.report_count) AS claim
      FROM debunks debunk JOIN topics topic ON topic.id = debunk.topic_id JOIN claims claim ON claim.id = debunk.claim_id
      WHERE ${Prisma.join([Prisma.sql`TRUE`, ...conditions], " AND ")}
      ORDER BY debunk.published_at DESC, debunk.id DESC LIMIT ${limit}
    ) card`;
  const told: Told[] = JSON.parse(row.cards);
  return told.map((card) => ({
    ...card,
    publishedAt: new Date(card.publishedAt),
    updatedAt: new Date(card.updatedAt),
  }));
}

/** The conditions of a filter; days are days in Sichuan. */
export function conditionsOf({
  topic,
  division,
  verdict,
  from,
  to,
}: Omit<DebunkFilter, "q" | "limit" | "cursor">): Prisma.Sql[] {
  const end = to && new Date(startOfDay(to).getTime() + days(1));
  return [
    topic && Prisma.sql`debunk.topic_id = ${topic}`,
    division && Prisma.sql`debunk.division_codes @> ARRAY[${division}]`,
    verdict && Prisma.sql`debunk.verdict = ${verdict}`,
    from && Prisma.sql`debunk.published_at >= ${startOfDay(from)}`,
    end && Prisma.sql`debunk.published_at < ${end}`,
  ].filter((condition) => typeof condition === "object");
}

/** What somebody wants of all notices; nothing of a kind means everything. */
export type NoticeWishes = {
  topics: readonly string[];
  divisions: readonly string[];
  urgencies: readonly Urgency[];
  /** Whether a place stands for what is about everything around it as well: the same as lib/distribution/wants.ts says. */
  isAround: boolean;
};

/** The conditions of wishes; a place that was asked for takes in what lies within it. */
export function conditionsOfWishes({ topics, divisions, urgencies, isAround }: NoticeWishes): Prisma.Sql[] {
  const above = divisions.map((code) => [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]);
  const inPlace = [
    Prisma.sql`debunk.division_codes && ${[...divisions]}`,
    ...(isAround ? above.map((codes) => Prisma.sql`debunk.division_codes <@ ${codes}`) : []),
  ];
  return [
    topics.length > 0 && Prisma.sql`debunk.topic_id = ANY(${[...topics]})`,
    divisions.length > 0 && Prisma.sql`(${Prisma.join(inPlace, " OR ")})`,
    urgencies.length > 0 && Prisma.sql`claim.urgency = ANY(${[...urgencies]})`,
  ].filter((condition) => typeof condition === "object");
}

/** Behind a cursor the index starts to read, whatever the depth. @throws AppError VALIDATION for one that nobody here made */
export function behind(cursor: string | undefined): Prisma.Sql[] {
  if (!cursor) return [];
  const { at, id } = placeOf(cursor);
  return [Prisma.sql`(debunk.published_at, debunk.id) < (${at}, ${id}::uuid)`];
}
