import { useTranslations } from "next-intl";
import { ReadAloud } from "#components/site/read-aloud";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import type { FeedFilters } from "#lib/i18n/feed-filters";
import { withQuery } from "#lib/i18n/paths";
import type { Division } from "#lib/reference/divisions";
import { FeedFilter } from "./feed-filter.tsx";
import { NoticeList } from "./notice-list.tsx";

type Props = {
  filters: FeedFilters;
  page: { items: Parameters<typeof NoticeList>[0]["notices"]; nextCursor: string | null };
  divisions: readonly Division[];
  topics: readonly { id: string; zh: string; en: string }[];
};

/** All notices, newest first, every verdict alike; or those that a search finds, best first. */
export function Feed({ filters, page, divisions, topics }: Props) {
  const t = useTranslations("public.debunks");
  const { cursor, ...rest } = filters;
  const isEmpty = page.items.length === 0;
  return (
    <ListPage
      title={t("title")}
      intro={filters.q ? !isEmpty && t("found", { q: filters.q }) : t("intro")}
      actions={<ReadAloud elderOnly />}
      filter={<FeedFilter filters={rest} divisions={divisions} topics={topics} />}
      empty={
        isEmpty && (
          <EmptyState
            title={t("emptyTitle")}
            action={
              <>
                <ButtonLink href="/debunks">{t("all")}</ButtonLink>
                <ButtonLink href="/report" variant="secondary">
                  {t("ask")}
                </ButtonLink>
              </>
            }
          >
            {t("emptyText")}
          </EmptyState>
        )
      }
      paging={{
        cursor,
        next: page.nextCursor,
        hrefOf: (from) => withQuery("/debunks", { ...rest, cursor: from }),
      }}
    >
      <NoticeList notices={page.items} heading="h2" />
      {filters.q ? (
        <p>
          {t("notThese")} <Link href="/report">{t("ask")}</Link>
        </p>
      ) : null}
    </ListPage>
  );
}
