import { useTranslations } from "next-intl";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import { Table } from "#components/ui/table";
import type { ReceiptRow } from "#lib/distribution/queries";
import { coverageHref } from "#lib/i18n/addresses";
import { withQuery } from "#lib/i18n/paths";

type Props = {
  page: { items: readonly ReceiptRow[]; nextCursor: string | null };
  cursor: string | undefined;
};

/** How far each publication has come: who it was laid ready for, who has received it, and who carries its notice. */
export function Receipts({ page, cursor }: Props) {
  const t = useTranslations("editorial.deliveries");
  return (
    <ListPage
      title={t("title")}
      intro={t("leadDesk")}
      width="table"
      empty={page.items.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      paging={{
        cursor,
        next: page.nextCursor,
        hrefOf: (from) => withQuery("/desk/deliveries", { cursor: from }),
      }}
    >
      <Table caption={t("title")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("notice")}</th>
            <th scope="col">{t("version")}</th>
            <th scope="col">{t("when")}</th>
            <th scope="col" className="text-end">
              {t("count")}
            </th>
            <th scope="col" className="text-end">
              {t("adopters")}
            </th>
            <th scope="col" className="text-end">
              {t("embedders")}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.items.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </Table>
    </ListPage>
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
        <Link href={coverageHref(debunk.slug)} data-row>
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
        {number === debunk.currentVersion ? (
          <Link href={coverageHref(debunk.slug, { state: "has" })}>
            {t("ratio", { received, total: sent })}
          </Link>
        ) : (
          t("ratio", { received, total: sent })
        )}
        <span aria-hidden className="mt-1 ms-auto block h-1.5 w-24 bg-line">
          <span
            className="block h-full bg-azurite"
            style={{ width: `${(100 * received) / Math.max(sent, 1)}%` }}
          />
        </span>
      </td>
      <td className="text-end tabular-nums">{row.adopters}</td>
      <td className="text-end tabular-nums">{row.embedders}</td>
    </tr>
  );
}
