import { db } from "#lib/platform/db";
import { knownSoon } from "./reports/rate-match.ts";
import type { TopicVotes } from "./suggest-topics.ts";

/** How many of the claims most alike are asked. */
const ASKED = 12;
/** Less in common than this is nothing in common, and no number of claims outweighs what the texts say themselves. */
const [least, most] = [0.2, 2.5];

/** The topics that people gave to the claims most like this text, and how much that says; none while matching is down. */
export async function listTopicVotes(text: string, claimId: string): Promise<TopicVotes> {
  const index = await knownSoon();
  const found = await index?.resembling(text, ASKED).catch(() => []);
  const alike = (found ?? []).filter(({ id, shared }) => id !== claimId && shared >= least);
  if (alike.length === 0) return new Map();
  const claims = await db.claim.findMany({
    where: { id: { in: alike.map(({ id }) => id) }, topicId: { not: null } },
    select: { id: true, topicId: true },
  });
  const topicOf = new Map(claims.map(({ id, topicId }) => [id, topicId]));
  return countVotes(alike.map(({ id, shared }) => ({ topicId: topicOf.get(id) ?? null, shared })));
}

/** Votes of claims that share a part of a text's meaning; more in common says more, and all of them not without end. */
export function countVotes(
  alike: readonly { topicId: string | null; shared: number }[],
): Map<string, { weight: number; claims: number }> {
  const votes = new Map<string, { weight: number; claims: number }>();
  for (const { topicId, shared } of alike) {
    if (topicId === null) continue;
    const { weight, claims } = votes.get(topicId) ?? { weight: 0, claims: 0 };
    votes.set(topicId, { weight: Math.min(most, weight + 3 * shared ** 2), claims: claims + 1 });
  }
  return votes;
}
