import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import type { CorrectionRow } from "#lib/publishing/queries";
import { LocalTitle } from "./local-title.tsx";

type Row = Omit<CorrectionRow, "publishedAt"> & { publishedAt: Date | string };
type Props = { rows: readonly Row[]; nextCursor: string | null; isFirst: boolean };

/** Every change to a published notice, newest first. */
export function CorrectionList({ rows, nextCursor, isFirst }: Props) {
  const t = useTranslations("public.corrections");
  if (rows.length === 0) {
    return (
      <EmptyState title={t("emptyTitle")}>
        <p>{t("emptyText")}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="mb-8 divide-y divide-line border-line border-y">
        {rows.map((row) => (
          <Correction key={row.id} row={row} />
        ))}
      </ol>
      <Pagination
        newer={isFirst ? undefined : "/corrections"}
        older={nextCursor ? `/corrections/older/${nextCursor}` : undefined}
      />
    </>
  );
}

function Correction({ row }: { row: Row }) {
  const t = useTranslations("public.corrections");
  const kinds = useTranslations("labels.correctionKind");
  const { slug, title, titleEn } = row.debunk;
  return (
    <li className="grid gap-x-6 gap-y-2 py-5 sm:grid-cols-[8.5rem_1fr] elder:grid-cols-1">
      <div>
        {row.correctionKind ? (
          <Badge tone={row.correctionKind === "retraction" ? "vermilion" : "ochre"}>
            {kinds(row.correctionKind)}
          </Badge>
        ) : null}
      </div>
      <div className="measure min-w-0">
        <h2 className="font-serif text-lg leading-snug">
          <Link href={`/debunks/${slug}`} className="text-ink no-underline hover:underline">
            <LocalTitle title={title} titleEn={titleEn} />
          </Link>
        </h2>
        <p lang="zh-CN" className="mt-1">
          {row.correctionNote}
        </p>
        <p className="mt-1.5 flex flex-wrap gap-x-4 text-sm">
          <DateTime time={row.publishedAt} className="text-ink-soft" />
          <Link href={`/debunks/${slug}/versions/${row.number}`}>{t("changes")}</Link>
        </p>
      </div>
    </li>
  );
}
