import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PressForm } from "#components/desk/decision-forms";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import { eventKey } from "#lib/audit/keys";
import type { GivenUp } from "#lib/audit/queries";
import type { RetryOutcome } from "#lib/audit/retry-reactions";
import type { Unfinished } from "#lib/desk/list-unfinished";
import type { GivenUpLetters } from "#lib/telling/queries";
import type { RetryLettersOutcome } from "#lib/telling/retry-letters";
import type { FormAction } from "#lib/web/form";

type Props = {
  unfinished: Unfinished;
  /** For those who may have it tried again. */
  actions: { reactions: FormAction<RetryOutcome>; letters: FormAction<RetryLettersOutcome> } | null;
};

/** What the system was to do after an event, or to tell people outside, and has given up, the latest first. */
export function UnfinishedPage({ unfinished: { reactions, letters }, actions }: Props) {
  const t = useTranslations("people.unfinished");
  const isEmpty = reactions.rows.length === 0 && letters.rows.length === 0;
  return (
    <ListPage
      title={t("title")}
      intro={t("lead")}
      width="text"
      empty={isEmpty && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
    >
      {reactions.rows.length > 0 ? (
        <Part
          title={t("reactions")}
          more={reactions.count > reactions.rows.length ? reactions.rows.length : 0}
        >
          {actions && reactions.count > 1 ? (
            <PressForm
              action={actions.reactions}
              hidden={{ which: "all" }}
              submit={t("retryAll", { count: reactions.count })}
            />
          ) : null}
          <List>
            {reactions.rows.map((row) => (
              <ReactionItem
                key={`${row.eventId} ${row.reaction}`}
                row={row}
                action={actions?.reactions ?? null}
              />
            ))}
          </List>
        </Part>
      ) : null}
      {letters.rows.length > 0 ? (
        <Part title={t("letters")}>
          {actions && letters.rows.length > 1 ? (
            <PressForm
              action={actions.letters}
              hidden={{ which: "all" }}
              submit={t("retryAllLetters", { count: letters.count })}
            />
          ) : null}
          <List>
            {letters.rows.map((row) => (
              <LetterItem
                key={`${row.eventId} ${row.recipient}`}
                row={row}
                action={actions?.letters ?? null}
              />
            ))}
          </List>
        </Part>
      ) : null}
    </ListPage>
  );
}

function Part({ title, more = 0, children }: { title: string; more?: number; children: ReactNode }) {
  const t = useTranslations("people.unfinished");
  return (
    <section className="space-y-4">
      <h2>{title}</h2>
      {children}
      {more > 0 ? <p className="text-ink-soft text-sm">{t("newest", { count: more })}</p> : null}
    </section>
  );
}

const List = ({ children }: { children: ReactNode }) => (
  <ol className="divide-y divide-line border-line border-y">{children}</ol>
);

function ReactionItem({ row, action }: { row: GivenUp; action: FormAction<RetryOutcome> | null }) {
  const labels = useTranslations("labels.reaction");
  const { eventId, reaction, gaveUpAt, event, ...tried } = row;
  // What an earlier version did may have no word any more.
  const name = labels.has(reaction as never) ? labels(reaction as never) : reaction;
  return (
    <Item
      name={name}
      {...tried}
      stopped={gaveUpAt}
      event={event}
      claimId={event.claimId}
      action={action}
      hidden={{ which: "one", eventId, reaction }}
    />
  );
}

type LetterProps = { row: GivenUpLetters; action: FormAction<RetryLettersOutcome> | null };

function LetterItem({ row, action }: LetterProps) {
  const t = useTranslations("people.unfinished.letter");
  const { eventId, recipient, count, type, at, failedAt, claimId, ...tried } = row;
  return (
    <Item
      name={type ? t(recipient, { count }) : t("confirm")}
      {...tried}
      stopped={failedAt}
      event={type && at ? { type, at } : null}
      claimId={claimId}
      action={action}
      hidden={{ which: "one", eventId, recipient }}
    />
  );
}

type ItemProps<Outcome> = {
  name: string;
  event: Pick<GivenUp["event"], "type" | "at"> | null;
  stopped: Date | null;
  attempts: number;
  error: string | null;
  claimId: string | null;
  action: FormAction<Outcome> | null;
  /** Names it to the action. */
  hidden: Record<string, string>;
};

function Item<Outcome>({
  name,
  event,
  stopped,
  attempts,
  error,
  claimId,
  action,
  hidden,
}: ItemProps<Outcome>) {
  const t = useTranslations("people.unfinished");
  const events = useTranslations("people.audit.event");
  return (
    <li className="space-y-2 py-4">
      <h3 className="text-base">{name}</h3>
      <p className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
        {event ? (
          <span>
            {t("after", { event: events(eventKey(event.type)) })} <DateTime time={event.at} />
          </span>
        ) : null}
        {stopped ? (
          <span>
            {t("gaveUp")} <DateTime time={stopped} />
          </span>
        ) : null}
        <span>{t("attempts", { count: attempts })}</span>
        {error ? (
          <span>
            {t("error")} <code>{error}</code>
          </span>
        ) : null}
        {claimId ? <Link href={`/desk/claims/${claimId}`}>{t("openClaim")}</Link> : null}
      </p>
      {action ? (
        <PressForm
          action={action}
          hidden={hidden}
          submit={
            <>
              {t("retry")} <span className="sr-only">{name}</span>
            </>
          }
        />
      ) : null}
    </li>
  );
}
