import type { ReadableClaim } from "#lib/claims/read-claim";
import type { Level } from "#lib/matching/level";
import { db } from "#lib/platform/db";
import { matchesOfClaim } from "./rate-match.ts";

const SHOWN = 5;

/** Why a claim is suggested: how sure matching is, and the words that both have. */
type Reason = { score: number; level: Level; words: readonly string[] };

const select = {
  id: true,
  number: true,
  wording: true,
  status: true,
  reportCount: true,
  debunk: { select: { slug: true, title: true } },
} as const;

/**
 * Claims that may be the same as this one, likeliest first: what matching finds now for the report that opened it, and
 * what it found before in either direction. What a person has already rejected is not suggested again.
 */
export async function listSuggestions({ id: claimId }: ReadableClaim) {
  const [kept, fresh] = await Promise.all([listKept(claimId), matchesOfClaim(claimId)]);
  const reasons = new Map<string, Reason>();
  for (const { otherId, verdict, reason } of kept) if (verdict === null) reasons.set(otherId, reason);
  for (const { id, score, level, why } of fresh?.found ?? []) {
    reasons.set(id, { score, level, words: why.map(({ text }) => text) });
  }
  for (const { otherId, verdict } of kept) if (verdict !== null) reasons.delete(otherId);
  if (reasons.size === 0) return [];
  const claims = await db.claim.findMany({
    where: { id: { in: [...reasons.keys()] }, closedAt: null, status: { not: "retracted" } },
    select,
  });
  return claims
    .flatMap((claim) => {
      const reason = reasons.get(claim.id);
      return reason ? [{ ...claim, ...reason }] : [];
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, SHOWN);
}

export type SuggestedClaim = Awaited<ReturnType<typeof listSuggestions>>[number];

/** Suggestions on record between this claim and others, whichever came first. */
async function listKept(claimId: string) {
  const rows = await db.matchSuggestion.findMany({
    where: { OR: [{ claimId }, { report: { claim: { claimId } } }], applied: false },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      claimId: true,
      score: true,
      level: true,
      fragments: true,
      decision: { select: { verdict: true } },
      report: { select: { claim: { select: { claimId: true } } } },
    },
  });
  return rows.flatMap((row) => {
    const otherId = row.claimId === claimId ? row.report.claim?.claimId : row.claimId;
    if (!otherId || otherId === claimId) return [];
    const reason: Reason = { score: row.score, level: row.level, words: row.fragments };
    return [{ otherId, verdict: row.decision?.verdict ?? null, reason }];
  });
}
