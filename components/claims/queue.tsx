import { useTranslations } from "next-intl";
import { LiveRefresh } from "#components/desk/live-refresh";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import type { QueueRow } from "#lib/claims/list-queue";
import type { QueueFilter } from "#lib/claims/schema";
import type { Page } from "#lib/platform/cursor";
import type { Division } from "#lib/reference/divisions";
import type { Topic } from "#lib/reference/topics";
import { QueueFilters } from "./queue-filters.tsx";
import { queueHref } from "./queue-href.tsx";
import { QueueList } from "./queue-list.tsx";
import { QueueViews } from "./queue-views.tsx";

type Props = {
  filter: QueueFilter;
  page: Page<QueueRow>;
  counts: { new: number; open: number; overdue: number };
  topics: readonly Topic[];
  divisions: readonly Division[];
};

/** The desk's queue: a view of it, narrowed, page by page. */
export function Queue({ filter, page, counts, topics, divisions }: Props) {
  const t = useTranslations("desk.queue");
  return (
    <div className="space-y-4">
      <h1 className="font-serif text-2xl">{t("title")}</h1>
      <QueueViews filter={filter} counts={counts} />
      <QueueFilters filter={filter} topics={topics} divisions={divisions} />
      {page.items.length > 0 ? <QueueList rows={page.items} filter={filter} /> : <Nothing filter={filter} />}
      <Pagination
        newer={filter.cursor ? queueHref(filter) : undefined}
        older={page.nextCursor ? queueHref(filter, { cursor: page.nextCursor }) : undefined}
      />
      <LiveRefresh />
    </div>
  );
}

function Nothing({ filter }: { filter: QueueFilter }) {
  const t = useTranslations("desk.queue.empty");
  const { q, topic, division, urgency, status } = filter;
  if (q || topic || division || urgency || status) {
    return (
      <EmptyState
        title={t("narrowed.title")}
        action={
          <ButtonLink href={`/desk/queue?view=${filter.view}`} variant="secondary">
            {t("narrowed.action")}
          </ButtonLink>
        }
      >
        {t("narrowed.detail")}
      </EmptyState>
    );
  }
  return <EmptyState title={t(`${filter.view}.title`)}>{t(`${filter.view}.detail`)}</EmptyState>;
}

/** The address names a filter that does not exist; an empty list would be a lie. */
export function QueueRefused() {
  const t = useTranslations("desk.queue");
  return (
    <div className="space-y-4">
      <h1 className="font-serif text-2xl">{t("title")}</h1>
      <EmptyState
        title={t("refused.title")}
        action={<ButtonLink href="/desk/queue">{t("refused.action")}</ButtonLink>}
      >
        {t("refused.detail")}
      </EmptyState>
    </div>
  );
}
