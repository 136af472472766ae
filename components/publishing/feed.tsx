import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import type { FeedFilters } from "#lib/i18n/feed-filters";
import type { Division } from "#lib/reference/divisions";
import { FeedFilter } from "./feed-filter.tsx";
import { NoticeList } from "./notice-list.tsx";

type Props = {
  filters: FeedFilters;
  page: { items: Parameters<typeof NoticeList>[0]["notices"]; nextCursor: string | null };
  divisions: readonly Division[];
  topics: readonly { id: string; zh: string; en: string }[];
};

/** All notices, newest first, every verdict alike. */
export function Feed({ filters, page, divisions, topics }: Props) {
  const t = useTranslations("public.debunks");
  const { cursor, ...rest } = filters;
  const address = (query: Record<string, string>) => {
    const text = new URLSearchParams(query).toString();
    return text ? `/debunks?${text}` : "/debunks";
  };
  return (
    <>
      <h1 className="font-serif text-3xl">{t("title")}</h1>
      <p className="measure mt-2 mb-6 text-ink-soft">{t("intro")}</p>
      <FeedFilter filters={rest} divisions={divisions} topics={topics} />
      <div className="mt-6 mb-8">
        {page.items.length > 0 ? (
          <NoticeList notices={page.items} heading="h2" />
        ) : (
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
            <p>{t("emptyText")}</p>
          </EmptyState>
        )}
      </div>
      <Pagination
        newer={cursor ? address(rest) : undefined}
        older={page.nextCursor ? address({ ...rest, cursor: page.nextCursor }) : undefined}
      />
    </>
  );
}
