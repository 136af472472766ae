import { useTranslations } from "next-intl";
import { ReadAloud } from "#components/site/read-aloud";
import { Badge } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import { noticeHref } from "#lib/i18n/addresses";
import type { CorrectionRow } from "#lib/publishing/queries";
import { LocalTitle } from "./local-title.tsx";

type Row = Omit<CorrectionRow, "publishedAt"> & { publishedAt: Date | string };
type Props = {
  page: { items: readonly Row[]; nextCursor: string | null };
  cursor?: string;
};

/** Every change to a published notice, newest first. */
export function Corrections({ page, cursor }: Props) {
  const t = useTranslations("public.corrections");
  return (
    <ListPage
      title={t("title")}
      intro={t("intro")}
      actions={<ReadAloud elderOnly />}
      empty={page.items.length === 0 && <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>}
      paging={{
        cursor,
        next: page.nextCursor,
        hrefOf: (from) => (from ? `/corrections/older/${from}` : "/corrections"),
      }}
    >
      <ol className="divide-y divide-line border-line border-y sm:grid sm:grid-cols-[minmax(8.5rem,max-content)_1fr] sm:gap-x-6 elder:block">
        {page.items.map((row) => (
          <Correction key={row.id} row={row} />
        ))}
      </ol>
    </ListPage>
  );
}

function Correction({ row }: { row: Row }) {
  const t = useTranslations("public.corrections");
  const kinds = useTranslations("labels.correctionKind");
  const { slug, title, titleEn } = row.debunk;
  return (
    <li className="grid gap-y-2 py-5 sm:col-span-2 sm:grid-cols-subgrid elder:grid-cols-1">
      <p>
        {row.correctionKind ? (
          <Badge tone={row.correctionKind === "retraction" ? "vermilion" : "ochre"}>
            {kinds(row.correctionKind)}
          </Badge>
        ) : null}
      </p>
      <div className="measure min-w-0">
        <h2 className="font-serif text-lg leading-snug">
          <Link href={noticeHref(slug)} className="text-ink no-underline hover:underline">
            <LocalTitle title={title} titleEn={titleEn} />
          </Link>
        </h2>
        <p lang="zh-CN" className="mt-1">
          {row.correctionNote}
        </p>
        <p className="mt-1.5 flex flex-wrap gap-x-4 text-sm" data-silent>
          <DateTime time={row.publishedAt} className="text-ink-soft" />
          <Link href={noticeHref(slug, row.number)}>{t("changes")}</Link>
        </p>
      </div>
    </li>
  );
}
