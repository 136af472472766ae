import { tokensOf } from "#lib/matching/tokens";
import { db, Prisma } from "#lib/platform/db";
import { cardSelect, type DebunkCard, whereOf } from "./queries.ts";
import type { DebunkFilter } from "./schema.ts";

const CANDIDATES = 200;
/** Longer questions are cut: the words that decide come early, and each one costs an index look-up. */
const MOST_TOKENS = 40;

/**
 * Published notices that share words with a question, best first. A notice must share a third of the question's tokens;
 * among those the share decides, then the newer one.
 */
export async function searchDebunks(question: string, filter: DebunkFilter): Promise<DebunkCard[]> {
  const tokens = tokensOf(question).slice(0, MOST_TOKENS);
  if (tokens.length === 0) return [];
  const least = Math.max(1, Math.ceil(tokens.length / 3));
  const ranked = await db.$queryRaw<{ id: string; shared: number }[]>(Prisma.sql`
    SELECT id, shared FROM (
      SELECT id, published_at,
        (SELECT count(*)::int FROM unnest(search_tokens) token WHERE token = ANY(${tokens})) AS shared
      FROM debunks WHERE search_tokens && ${tokens}
    ) candidates
    WHERE shared >= ${least}
    ORDER BY shared DESC, published_at DESC
    LIMIT ${CANDIDATES}`);
  const order = new Map(ranked.map(({ id }, index) => [id, index]));
  const cards = await db.debunk.findMany({
    where: { id: { in: [...order.keys()] }, ...whereOf(filter) },
    select: cardSelect,
  });
  return cards.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)).slice(0, filter.limit);
}
