import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import type { GivenUp } from "#lib/audit/queries";
import type { RetryOutcome } from "#lib/audit/retry-reactions";
import type { FormAction } from "#lib/web/form";
import { eventKey } from "./event-key.ts";

type Props = {
  rows: readonly GivenUp[];
  count: number;
  /** For those who may have it tried again. */
  action: FormAction<RetryOutcome> | null;
};

/** What the system was to do after an event and has given up, the latest first. */
export function UnfinishedPage({ rows, count, action }: Props) {
  const t = useTranslations("people.unfinished");
  return (
    <ListPage
      title={t("title")}
      intro={t("lead")}
      width="text"
      empty={rows.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
    >
      {action && count > 1 ? (
        <PressForm action={action} hidden={{ which: "all" }} submit={t("retryAll", { count })} />
      ) : null}
      <ol className="divide-y divide-line border-line border-y">
        {rows.map((row) => (
          <li key={`${row.eventId} ${row.reaction}`} className="space-y-2 py-4">
            <Row row={row} action={action} />
          </li>
        ))}
      </ol>
      {count > rows.length ? (
        <p className="text-ink-soft text-sm">{t("newest", { count: rows.length })}</p>
      ) : null}
    </ListPage>
  );
}

function Row({ row, action }: { row: GivenUp; action: Props["action"] }) {
  const t = useTranslations("people.unfinished");
  const events = useTranslations("people.audit.event");
  const labels = useTranslations("labels.reaction");
  const { eventId, reaction, attempts, error, gaveUpAt, event } = row;
  // What an earlier version did may have no word any more.
  const name = labels.has(reaction as never) ? labels(reaction as never) : reaction;
  return (
    <>
      <h2 className="text-base">{name}</h2>
      <p className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
        <span>
          {t("after", { event: events(eventKey(event.type)) })} <DateTime time={event.at} />
        </span>
        {gaveUpAt ? (
          <span>
            {t("gaveUp")} <DateTime time={gaveUpAt} />
          </span>
        ) : null}
        <span>{t("attempts", { count: attempts })}</span>
        {error ? (
          <span>
            {t("error")} <code>{error}</code>
          </span>
        ) : null}
        {event.claimId ? <Link href={`/desk/claims/${event.claimId}`}>{t("openClaim")}</Link> : null}
      </p>
      {action ? (
        <PressForm
          action={action}
          hidden={{ which: "one", eventId, reaction }}
          submit={
            <>
              {t("retry")} <span className="sr-only">{name}</span>
            </>
          }
        />
      ) : null}
    </>
  );
}
