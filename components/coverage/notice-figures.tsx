import { useTranslations } from "next-intl";
import { LocalTitle } from "#components/publishing/local-title";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import type { CoveredNoticeRow } from "#lib/distribution/coverage/list-notices";
import { coverageStates } from "#lib/distribution/coverage/states";
import { coverageHref } from "#lib/i18n/addresses";

type Props = {
  page: { items: readonly CoveredNoticeRow[]; nextCursor: string | null };
  cursor: string | undefined;
};

/** The newest notices, with how many members are where; each figure opens its rows. */
export function NoticeFigures({ page, cursor }: Props) {
  const t = useTranslations("coverage");
  if (page.items.length === 0) return <EmptyState title={t("emptyNotices")} />;
  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {page.items.map((row) => (
          <li key={row.id} className="py-3">
            <Row row={row} />
          </li>
        ))}
      </ul>
      <Pagination
        cursor={cursor}
        next={page.nextCursor}
        hrefOf={(from) => coverageHref(undefined, { cursor: from })}
      />
    </>
  );
}

function Row({
  row: { slug, title, titleEn, verdict, publishedAt, currentVersion, figures },
}: {
  row: CoveredNoticeRow;
}) {
  const t = useTranslations("coverage");
  return (
    <article className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-base">
          <Link href={coverageHref(slug)} data-row>
            <LocalTitle title={title} titleEn={titleEn} />
          </Link>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
          <VerdictBadge verdict={verdict} size="sm" />
          <DateTime time={publishedAt} />
          {currentVersion > 1 ? <span>{t("version", { number: currentVersion })}</span> : null}
        </p>
      </div>
      <ul className="grid w-full grid-cols-3 gap-1 sm:w-auto sm:grid-cols-5 elder:w-full elder:grid-cols-2 elder:sm:grid-cols-3">
        {coverageStates.map((state) => (
          <li key={state}>
            <Link
              href={coverageHref(slug, { state })}
              aria-label={t("openRows", { title, state: t(`state.${state}`), count: figures[state] })}
              className="flex min-h-11 flex-col items-start rounded border border-line bg-surface px-2.5 py-1 text-ink no-underline hover:border-ink hover:text-ink sm:w-26 elder:w-full"
            >
              <span className="font-semibold tabular-nums leading-snug">{figures[state]}</span>
              <span className="text-ink-soft text-sm leading-snug">{t(`state.${state}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </article>
  );
}
