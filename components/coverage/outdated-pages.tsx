import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { LocalTitle } from "#components/publishing/local-title";
import { Badge } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import type { OutdatedPage } from "#lib/distribution/coverage/list-outdated";
import { coverageHref } from "#lib/i18n/addresses";
import { Contacts } from "./contacts.tsx";

type Props = {
  page: { items: readonly OutdatedPage[]; nextCursor: string | null };
  cursor: string | undefined;
};

/** Pages on which an older version of a notice still stands, what was changed last first. */
export function OutdatedPages({ page, cursor }: Props) {
  const t = useTranslations("coverage");
  return (
    <>
      <p className="max-w-measure text-ink-soft">{t("olderLead")}</p>
      {page.items.length === 0 ? (
        <EmptyState title={t("emptyOlder")} />
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {page.items.map((row) => (
            <li key={row.id} className="py-3">
              <Row row={row} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        cursor={cursor}
        next={page.nextCursor}
        hrefOf={(from) => coverageHref(undefined, { view: "older", cursor: from })}
      />
    </>
  );
}

function Row({ row }: { row: OutdatedPage }) {
  const t = useTranslations("coverage");
  const nameOf = useLocalName();
  const { slug, title, titleEn, url, version, currentVersion, isRetraction, changedAt, seenAt, contacts } =
    row;
  return (
    <article className="grid gap-x-6 gap-y-1 md:grid-cols-[2fr_2.5fr_2fr] elder:grid-cols-1">
      <div className="min-w-0">
        <h2 className="text-base">{nameOf(row)}</h2>
        <a href={url} rel="noopener noreferrer nofollow" className="break-all text-sm">
          {url}
        </a>
      </div>
      <div className="min-w-0 text-sm">
        <Link href={coverageHref(slug, { state: "older" })} data-row>
          <LocalTitle title={title} titleEn={titleEn} />
        </Link>
        <p className="flex flex-wrap items-center gap-x-3">
          {isRetraction ? <Badge tone="vermilion">{t("retracted")}</Badge> : null}
          <span>{t("shows", { shown: version, version: currentVersion })}</span>
        </p>
        <p className="text-ink-soft">
          {t("changedAt")} <DateTime time={changedAt} />
          {seenAt ? (
            <>
              {" · "}
              {t("seenAt")} <DateTime time={seenAt} />
            </>
          ) : null}
        </p>
      </div>
      <Contacts contacts={contacts} />
    </article>
  );
}
