import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import type { CitedEvidence } from "#lib/desk/load-writing";

/** One piece of evidence beside the sentence it supports: whose it is, what it shows, and the way to it. */
export function EvidenceNote({ evidence, number }: { evidence: CitedEvidence; number?: number }) {
  const t = useTranslations("editorial");
  const type = useTranslations("labels.evidenceType");
  const { publisher, title, url, archivedUrl, publishedOn, shows, isPrimary, withdrawnAt } = evidence;
  return (
    <div className="rounded-sm border border-line bg-surface px-3 py-2 text-sm leading-relaxed">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {number === undefined ? null : <span className="tabular-nums">[{number}]</span>}
        <span className="text-ink-soft">{type(evidence.type)}</span>
        {isPrimary ? <Badge tone="azurite">{t("draft.primary")}</Badge> : null}
        {withdrawnAt ? <Badge tone="slate">{t("review.withdrawn")}</Badge> : null}
      </p>
      <p>
        {publisher}
        {t("draft.colon")}
        {url ? (
          <a href={url} target="_blank" rel="noopener noreferrer nofollow">
            {title}
          </a>
        ) : (
          title
        )}
      </p>
      <p className="text-ink-soft">
        {t("draft.shows")}
        {shows}
      </p>
      {publishedOn || archivedUrl ? (
        <p className="flex flex-wrap gap-x-4 text-ink-soft">
          {publishedOn ? (
            <span>
              {t("draft.published")} <DateTime time={publishedOn} dateOnly />
            </span>
          ) : null}
          {archivedUrl ? (
            <a href={archivedUrl} target="_blank" rel="noopener noreferrer nofollow">
              {t("draft.archived")}
            </a>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
