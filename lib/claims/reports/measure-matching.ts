import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** For a threshold: of the suggestions at or above it that a person decided, how many were right. */
export type PrecisionRow = { threshold: number; decided: number; accepted: number };

/** Chances from certain to barely worth showing. */
const THRESHOLDS = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

/** How well matching has done in the last days, by the decisions of people. */
export async function measureMatching(actor: Actor, input: { days: number }) {
  assertCan(actor, "match.read");
  const since = after(now(), -days(input.days));
  const [rows, levels, applied] = await Promise.all([
    db.$queryRaw<PrecisionRow[]>`
      SELECT threshold::float AS threshold, count(decision.verdict)::int AS decided,
        count(*) FILTER (WHERE decision.verdict = 'accepted')::int AS accepted
      FROM unnest(${THRESHOLDS}::float[]) threshold
      LEFT JOIN (match_decisions decision JOIN match_suggestions suggestion ON suggestion.id = decision.suggestion_id)
        ON suggestion.score >= threshold AND decision.decided_at >= ${since}
      GROUP BY threshold ORDER BY threshold DESC`,
    db.$queryRaw<{ level: "same" | "similar"; decided: number; accepted: number }[]>`
      SELECT suggestion.level, count(*)::int AS decided,
        count(*) FILTER (WHERE decision.verdict = 'accepted')::int AS accepted
      FROM match_decisions decision JOIN match_suggestions suggestion ON suggestion.id = decision.suggestion_id
      WHERE decision.decided_at >= ${since} GROUP BY suggestion.level`,
    db.$queryRaw<{ joined: number; confirmed: number; undone: number }[]>`
      SELECT count(*)::int AS joined,
        count(*) FILTER (WHERE decision.verdict = 'accepted')::int AS confirmed,
        count(*) FILTER (WHERE decision.verdict = 'rejected')::int AS undone
      FROM match_suggestions suggestion LEFT JOIN match_decisions decision ON decision.suggestion_id = suggestion.id
      WHERE suggestion.applied AND suggestion.created_at >= ${since}`,
  ]);
  return { rows, levels, applied: applied[0] ?? { joined: 0, confirmed: 0, undone: 0 } };
}

export type MatchingFigures = Awaited<ReturnType<typeof measureMatching>>;
