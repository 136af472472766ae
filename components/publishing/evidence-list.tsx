import { useLocale, useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge";
import { formatDate } from "#lib/i18n/time";
import { startOfDay } from "#lib/platform/clock";
import type { PublishedEvidence } from "#lib/publishing/content";

/** The evidence of a notice, numbered as its sentences cite it. */
export function EvidenceList({ evidence }: { evidence: readonly PublishedEvidence[] }) {
  return (
    <ol className="divide-y divide-line border-line border-y">
      {evidence.map((item, at) => (
        <li
          key={`${item.url} ${item.title} ${item.shows}`}
          id={`evidence-${at + 1}`}
          tabIndex={-1}
          className="grid grid-cols-[2rem_1fr] py-4 target:bg-azurite-wash"
        >
          <span className="text-azurite tabular-nums">[{at + 1}]</span>
          <EvidenceItem item={item} />
        </li>
      ))}
    </ol>
  );
}

function EvidenceItem({ item }: { item: PublishedEvidence }) {
  const t = useTranslations("public.notice");
  const types = useTranslations("labels.evidenceType");
  const locale = useLocale();
  return (
    <div className="min-w-0 space-y-1">
      <p lang="zh-CN" className="font-medium">
        {item.url ? (
          <a href={item.url} rel="noopener">
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
        <Badge>{types(item.type)}</Badge>
        {item.isPrimary ? <Badge tone="azurite">{t("primary")}</Badge> : null}
        <span lang="zh-CN">{item.publisher}</span>
        {item.publishedOn ? <span>{formatDate(startOfDay(item.publishedOn), locale)}</span> : null}
        {item.archivedUrl ? (
          <a href={item.archivedUrl} rel="noopener">
            {t("archived")}
          </a>
        ) : null}
      </p>
      <p lang="zh-CN">{item.shows}</p>
    </div>
  );
}
