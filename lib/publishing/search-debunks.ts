import { tokensOf } from "#lib/matching/tokens";
import { days, startOfDay } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { cardSelect, type DebunkCard } from "./queries.ts";
import type { DebunkFilter } from "./schema.ts";
import { type TokenSpread, tokenSpread } from "./token-spread.ts";

/** Longer questions are cut: the words that decide come early, and each one costs an index look-up. */
const MOST_TOKENS = 40;
/** How many notices a search looks up by its rare tokens, and how many of them it compares in full. */
const LOOKED_UP = 3000;
const COMPARED = 100;
/** Where every token is common, the newest notices are compared. */
const NEWEST = 300;

/**
 * Published notices that share words with a question, best first. A notice must share a third of the question's tokens;
 * among those the share decides, then the newer one. Candidates are found by the tokens that few notices have, so that a
 * question of common words costs no more than others.
 */
export async function searchDebunks(question: string, filter: DebunkFilter): Promise<DebunkCard[]> {
  const tokens = tokensOf(question).slice(0, MOST_TOKENS);
  if (tokens.length === 0) return [];
  const least = Math.max(1, Math.ceil(tokens.length / 3));
  const keys = rareOf(tokens, await tokenSpread());
  const ranked = await db.$queryRaw<{ id: string }[]>`
    WITH candidates AS MATERIALIZED (${keys.length > 0 ? withKeys(keys, filter) : newestWith(tokens, filter)})
    SELECT id FROM (
      SELECT id, published_at,
        (SELECT count(*) FROM unnest(search_tokens) token WHERE token = ANY(${tokens})) AS shared
      FROM candidates JOIN debunks USING (id)
    ) compared
    WHERE shared >= ${least}
    ORDER BY shared DESC, published_at DESC, id DESC
    LIMIT ${filter.limit}`;
  const order = new Map(ranked.map(({ id }, index) => [id, index]));
  const cards = await db.debunk.findMany({ where: { id: { in: [...order.keys()] } }, select: cardSelect });
  return cards.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** The rarest tokens, as many as can be looked up. */
function rareOf(tokens: readonly string[], spread: TokenSpread): string[] {
  let total = 0;
  const rarestFirst = tokens.toSorted((a, b) => spread(a) - spread(b));
  return rarestFirst.filter((token) => {
    total += spread(token);
    return total <= LOOKED_UP;
  });
}

const withKeys = (keys: readonly string[], filter: DebunkFilter) => Prisma.sql`
  SELECT id FROM unnest(${keys}::text[]) key CROSS JOIN LATERAL (
    SELECT id, published_at FROM debunks WHERE search_tokens @> ARRAY[key] AND ${conditionsOf(filter)}
  ) found
  GROUP BY id ORDER BY count(*) DESC, max(published_at) DESC LIMIT ${COMPARED}`;

const newestWith = (tokens: readonly string[], filter: DebunkFilter) => Prisma.sql`
  SELECT id FROM debunks WHERE search_tokens && ${tokens}::text[] AND ${conditionsOf(filter)}
  ORDER BY published_at DESC, id DESC LIMIT ${NEWEST}`;

function conditionsOf({ topic, division, verdict, from, to }: DebunkFilter): Prisma.Sql {
  const conditions = [
    topic && Prisma.sql`topic_id = ${topic}`,
    division && Prisma.sql`division_codes @> ARRAY[${division}]`,
    verdict && Prisma.sql`verdict = ${verdict}`,
    from && Prisma.sql`published_at >= ${startOfDay(from)}`,
    to && Prisma.sql`published_at < ${new Date(startOfDay(to).getTime() + days(1))}`,
  ];
  return Prisma.join(
    [Prisma.sql`TRUE`, ...conditions.filter((condition) => typeof condition === "object")],
    " AND ",
  );
}
