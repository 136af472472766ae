import { useTranslations } from "next-intl";
import { NoticeBody } from "#components/publishing/notice-body";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import type { PreviewSources } from "#lib/desk/load-writing";
import type { DraftContent } from "#lib/editorial/status";
import { publishedFrom } from "./published-from.ts";

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
