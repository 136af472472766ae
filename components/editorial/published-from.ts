import type { PreviewSources } from "#lib/desk/load-writing";
import type { DraftContent } from "#lib/editorial/status";
import type { PublishedContent } from "#lib/publishing/content";

/** A text as it would be published now: the evidence that is cited first, in the order in which it is. */
export function publishedFrom(
  content: DraftContent,
  { evidence, ...others }: PreviewSources,
): PublishedContent {
  const cited = content.points.flatMap(({ evidenceIds }) => evidenceIds);
  const rank = (id: string) => (cited.includes(id) ? cited.indexOf(id) : Number.MAX_SAFE_INTEGER);
  const ordered = evidence
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((a, b) => rank(a.id) - rank(b.id));
  const numberOf = new Map(ordered.map(({ id }, at) => [id, at + 1]));
  return {
    ...content,
    ...others,
    reviewedBy: [],
    points: content.points.map(({ text, evidenceIds }) => ({
      text,
      evidence: evidenceIds.flatMap((id) => numberOf.get(id) ?? []),
    })),
    evidence: ordered.map(({ publishedOn, ...each }) => ({
      ...each,
      publishedOn: publishedOn?.toISOString().slice(0, 10) ?? null,
    })),
  };
}
