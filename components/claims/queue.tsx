import { useTranslations } from "next-intl";
import { FormMessages } from "#components/desk/desk-messages";
import { LiveRefresh } from "#components/desk/live-refresh.ts";
import { ClientMessages } from "#components/site/client-messages";
import { ButtonLink } from "#components/ui/button";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Kbd } from "#components/ui/kbd";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import { isActing, type QueueFilter } from "#lib/claims/schema";
import type { QueueData } from "#lib/desk/load-queue-page";
import { startOfDay } from "#lib/platform/clock";
import type { BatchOutcome } from "#lib/routing/decide-many";
import type { FormAction } from "#lib/web/form";
import { QueueBulk } from "./queue-bulk.tsx";
import { QueueDigest } from "./queue-digest.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { claimHref, isNarrowed, queueHref } from "./queue-href.ts";
import { QueueList } from "./queue-list.tsx";
import { QueueQuarantine } from "./queue-quarantine.tsx";
import { QueueReasons } from "./queue-reasons.tsx";
import { QueueViews } from "./queue-views.tsx";
import { SavedViewLinks } from "./saved-view-links.tsx";

type Props = QueueData & {
  decideAction: FormAction<BatchOutcome>;
  undoAction: FormAction<BatchOutcome>;
  since: number | null;
};

/** The desk's queue: a view of it, narrowed, page by page. */
export function Queue({
  filter,
  page,
  counts,
  keptApart,
  askedAgain,
  saved,
  unfinished,
  calendarEnd,
  decideAction,
  undoAction,
  mayDecide,
  closings,
  topics,
  divisions,
  since,
}: Props) {
  const t = useTranslations("desk.queue");
  const isApart = filter.view === "quarantine";
  const isEmpty = page.items.length === 0;
  const rows = { rows: page.items, filter };
  const list = isApart ? <QueueQuarantine {...rows} /> : <QueueList {...rows} {...{ topics, divisions }} />;
  const shown = isEmpty ? <Nothing filter={filter} /> : list;
  const bulk = { action: decideAction, undoAction, isApart, closings, count: page.items.length };
  // What is needed to decide about many weighs as much as the rows: it comes when somebody wants it.
  const isPicking = mayDecide && (isApart || filter.pick !== undefined);
  return (
    <>
      <ListPage
        title={t("title")}
        filter={
          <>
            {unfinished > 0 ? (
              <Notice tone="warning" live="off">
                <Link href="/desk/unfinished">{t("unfinished", { count: unfinished })}</Link>
              </Notice>
            ) : null}
            {calendarEnd ? (
              <Notice tone="warning" live="off">
                {t.rich("calendarEnd", { day: () => <DateTime time={startOfDay(calendarEnd)} dateOnly /> })}
              </Notice>
            ) : null}
            {askedAgain.length > 0 ? (
              <Notice tone="info" live="off" title={t("askedAgain")}>
                <ul>
                  {askedAgain.map(({ id, number, wording }) => (
                    <li key={id}>
                      <Link href={claimHref(id, { view: "closed" })} lang="zh-CN">
                        {`#${number} ${wording}`}
                      </Link>
                    </li>
                  ))}
                </ul>
              </Notice>
            ) : null}
            <QueueViews filter={filter} counts={counts} />
            <SavedViewLinks filter={filter} saved={saved} />
            {isApart ? (
              <QueueReasons filter={filter} keptApart={keptApart} />
            ) : (
              <QueueDigest keptApart={keptApart} />
            )}
            <QueueFilters
              key={JSON.stringify(filter)}
              filter={filter}
              topics={topics}
              divisions={divisions}
            />
          </>
        }
        empty={isEmpty && !isPicking && <Nothing filter={filter} />}
        paging={{
          cursor: filter.cursor,
          next: page.nextCursor,
          hrefOf: (cursor) => queueHref(filter, { cursor }),
          isTimeless: isActing(filter.view),
        }}
      >
        {isPicking ? (
          <ClientMessages
            areas={[
              "desk.bulk",
              "desk.close",
              "desk.merge",
              "guard.quarantine",
              "labels.channelName",
              "labels.claimStatus",
              "labels.suspicion",
              "labels.urgency",
            ]}
          >
            <FormMessages>
              <QueueBulk {...bulk}>{shown}</QueueBulk>
            </FormMessages>
          </ClientMessages>
        ) : (
          <>
            {shown}
            {mayDecide ? <PickSeveral filter={filter} /> : null}
          </>
        )}
      </ListPage>
      <LiveRefresh since={since} />
    </>
  );
}

/** Leads to the same page with a box before each claim; by its key with the one in focus ticked. */
function PickSeveral({ filter }: { filter: QueueFilter }) {
  const t = useTranslations("desk.bulk");
  const href = queueHref(filter, { cursor: filter.cursor, pick: "1" });
  return (
    <p className="py-3 text-sm" data-print="hide">
      <Link href={href} data-key="x" aria-keyshortcuts="x" data-picks="">
        {t("pick")}
      </Link>{" "}
      <span aria-hidden>
        <Kbd>x</Kbd>
      </span>
    </p>
  );
}

function Nothing({ filter }: { filter: QueueFilter }) {
  const t = useTranslations("desk.queue.empty");
  if (isNarrowed(filter)) {
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
    <Page title={t("title")}>
      <EmptyState
        title={t("refused.title")}
        action={<ButtonLink href="/desk/queue">{t("refused.action")}</ButtonLink>}
      >
        {t("refused.detail")}
      </EmptyState>
    </Page>
  );
}
