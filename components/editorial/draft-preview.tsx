import { useTranslations } from "next-intl";
import { NoticeBody } from "#components/publishing/notice-body";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import type { PreviewSources } from "#lib/desk/load-writing";
import type { DraftContent } from "#lib/editorial/status";
import type { PublishedContent } from "#lib/publishing/content";

/** The notice as its readers will see it. */
export function DraftPreview({ content, sources }: { content: DraftContent; sources: PreviewSources }) {
  const t = useTranslations("editorial.draft");
  return (
    <article className="rounded border border-line bg-paper p-4 sm:p-6">
      <p className="font-serif text-2xl leading-snug">{content.title || t("empty")}</p>
      {content.titleEn ? (
        <p lang="en" className="mt-1 font-serif text-ink-soft">
          {content.titleEn}
        </p>
      ) : null}
      <p className="mt-4">
        <VerdictBadge verdict={content.verdict} size="lg" />
      </p>
      <p className="mt-4 font-medium text-lg">{content.summary || t("empty")}</p>
      <div className="mt-8">
        <NoticeBody content={publishedFrom(content, sources)} />
      </div>
    </article>
  );
}

/** The same order as on publication: the evidence that is cited first, in the order in which it is. */
function publishedFrom(content: DraftContent, { evidence, ...others }: PreviewSources): PublishedContent {
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
