import { useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Part } from "#components/ui/part";
import type { TrackedReport } from "#lib/answers/track-report";
import { noticeHref } from "#lib/i18n/addresses";

type Props = { debunk: NonNullable<TrackedReport["debunk"]> };

/** Every correction of the answer with its reason, newest first, and the first publication; each can be read. */
export function TrackChanges({ debunk: { slug, versions } }: Props) {
  const t = useTranslations("talk.track");
  const kinds = useTranslations("labels.correctionKind");
  if (versions.length < 2) return null;
  return (
    <Part title={t("changes")} heading="h3" look="font-serif text-lg" className="space-y-3">
      <ol className="divide-y divide-line border-line border-y">
        {versions.map(({ number, publishedAt, correctionKind, correctionNote }) => (
          <li key={number} className="py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong className="font-semibold">
                {correctionKind ? kinds(correctionKind) : t("published")}
              </strong>
              <DateTime time={publishedAt} className="text-ink-soft text-sm tabular-nums" />
              <Link href={noticeHref(slug, number)} className="text-sm">
                {t("version")}
              </Link>
            </p>
            {correctionNote ? <p lang="zh-CN">{correctionNote}</p> : null}
          </li>
        ))}
      </ol>
    </Part>
  );
}
