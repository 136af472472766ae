import { useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import type { CorrectionKind } from "#lib/editorial/status";
import { noticeHref } from "#lib/i18n/addresses";

export type Version = {
  number: number;
  publishedAt: Date | string;
  correctionKind: CorrectionKind | null;
  correctionNote: string | null;
};

type Props = { slug: string; versions: readonly Version[]; shown: number };

/** Every version there ever was, newest first; none is ever removed. */
export function VersionList({ slug, versions, shown }: Props) {
  const t = useTranslations("public.notice");
  const kinds = useTranslations("labels.correctionKind");
  return (
    <ol className="divide-y divide-line border-line border-y">
      {versions.map(({ number, publishedAt, correctionKind, correctionNote }) => (
        <li key={number} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            {number === shown ? (
              <strong className="font-semibold">{t("versionShown", { number })}</strong>
            ) : (
              <Link href={noticeHref(slug, number)}>{t("version", { number })}</Link>
            )}
            <span>{correctionKind ? kinds(correctionKind) : t("firstPublished")}</span>
            <DateTime time={publishedAt} className="text-ink-soft text-sm" />
          </p>
          {correctionNote ? (
            <p lang="zh-CN" className="text-ink-soft">
              {correctionNote}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
