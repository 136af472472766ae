import { useTranslations } from "next-intl";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import { Table } from "#components/ui/table";
import type { ReceiptRow } from "#lib/distribution/queries";

type Props = { page: { items: readonly ReceiptRow[]; nextCursor: string | null }; isFirst: boolean };

/** How far each publication has come: who it was laid ready for, and who has taken it over. */
export function Receipts({ page, isFirst }: Props) {
  const t = useTranslations("editorial.deliveries");
  return (
    <div className="mx-auto max-w-5xl space-y-5 elder:max-w-none">
      <header>
        <h1 className="font-serif text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("leadDesk")}</p>
      </header>
      {page.items.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <Table caption={t("title")} hideCaption>
          <thead>
            <tr>
              <th scope="col">{t("notice")}</th>
              <th scope="col">{t("version")}</th>
              <th scope="col">{t("when")}</th>
              <th scope="col" className="text-end">
                {t("count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.items.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        newer={isFirst ? undefined : "/desk/deliveries"}
        older={page.nextCursor ? `/desk/deliveries?cursor=${page.nextCursor}` : undefined}
      />
    </div>
  );
}

function Row({ row }: { row: ReceiptRow }) {
  const t = useTranslations("editorial.deliveries");
  const labels = useTranslations("labels");
  const { content, correctionKind, debunk, number, received, sent } = row;
  return (
    <tr>
      <th scope="row" className="min-w-56">
        <VerdictBadge verdict={content.verdict} size="sm" className="me-2" />
        <Link href={`/debunks/${debunk.slug}`} data-row>
          {content.title}
        </Link>
      </th>
      <td className="whitespace-nowrap">
        {number}
        {correctionKind ? ` · ${labels(`correctionKind.${correctionKind}`)}` : null}
      </td>
      <td>
        <DateTime time={row.publishedAt} />
      </td>
      <td className="text-end">
        <span>{t("ratio", { received, total: sent })}</span>
        <span aria-hidden className="mt-1 ms-auto block h-1.5 w-24 bg-line">
          <span
            className="block h-full bg-azurite"
            style={{ width: `${(100 * received) / Math.max(sent, 1)}%` }}
          />
        </span>
      </td>
    </tr>
  );
}
