import { MatchIndex } from "#lib/matching/match-index";
import { newId } from "#lib/platform/id";
import type { Dossier } from "./dossier.ts";
import type { Rows } from "./rows.ts";

type Labels = Pick<Rows, "suggestions" | "decisions">;

/**
 * What matching says of each report that a moderator put into a claim, and that the moderator agreed or knew better: the
 * labels that such work leaves behind.
 */
export function labelRows(dossiers: readonly Dossier[]): Labels {
  const index = new MatchIndex();
  for (const { claim, story } of dossiers) {
    index.add({ id: story.id, kind: "claim", texts: { title: claim.wording } });
  }
  const labels: Labels = { suggestions: [], decisions: [] };
  for (const { story, reports } of dossiers) {
    for (const report of reports.slice(1)) {
      const [best] = index.search({ text: report.text }, 1);
      if (!best) continue;
      const id = newId();
      const { submittedAt } = report;
      labels.suggestions.push({
        id,
        reportId: report.id,
        claimId: best.id,
        score: best.score,
        level: best.level,
        applied: false,
        fragments: best.why.map(({ text }) => text),
        createdAt: submittedAt,
      });
      labels.decisions.push({
        suggestionId: id,
        verdict: best.id === story.id ? "accepted" : "rejected",
        decidedById: story.workers.moderator.userId,
        decidedAt: submittedAt,
      });
    }
  }
  return labels;
}
