"use client";

import { useTranslations } from "next-intl";
import { AreaField } from "#components/desk/fields";
import { FormMessage } from "#components/desk/form-message";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import { Badge } from "#components/ui/badge";
import { Button } from "#components/ui/button";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import { SubmitButton } from "#components/ui/submit-button";
import type { QueueFilter } from "#lib/claims/schema";
import type { QueueRow } from "#lib/desk/list-queue";
import { claimHref } from "./queue-href.ts";

/** How many were decided, and how many stay as they are because somebody was faster. */
export type SettledOutcome = { ok: true; done: number; left: number };

type Props = {
  rows: readonly QueueRow[];
  filter: QueueFilter;
  action: DeskAction<SettledOutcome>;
  /** For those who may decide: what senders are told when their claims are closed. */
  closingText: string | null;
};

/** The claims that were kept apart, to be decided about together or opened one by one. */
export function QueueQuarantine({ rows, filter, action, closingText }: Props) {
  const t = useTranslations("guard.quarantine");
  const form = useDeskForm(action);
  const { outcome } = form.state;
  const nothingSelected = form.field("claims").error !== undefined;
  const selectPage = () => {
    for (const box of form.form.current?.querySelectorAll<HTMLInputElement>('[name="claims"]') ?? [])
      box.checked = true;
  };
  const list = (
    <ol aria-label={t("title")} className="border-line border-t">
      {rows.map((row) => (
        <KeptApartItem key={row.id} row={row} filter={filter} isSelectable={closingText !== null} />
      ))}
    </ol>
  );
  if (closingText === null) return list;
  const isEmpty = rows.length === 0;
  return (
    <form ref={form.form} action={form.send} onSubmit={form.submit} noValidate className="space-y-4">
      {isEmpty ? null : (
        <>
          <Button variant="quiet" size="sm" onClick={selectPage}>
            {t("selectPage")}
          </Button>
          {list}
        </>
      )}
      <section aria-label={t("decide")} className="max-w-2xl space-y-4">
        {isEmpty ? null : (
          <AreaField form={form} name="note" label={t("note")} hint={t("noteHint")} initial={closingText} />
        )}
        <FormMessage
          state={form.state}
          hasNews={false}
          done={outcome?.ok ? t("settled", { done: outcome.done, left: outcome.left }) : undefined}
        />
        {nothingSelected ? <p className="text-vermilion">{t("nothingSelected")}</p> : null}
        {isEmpty ? null : (
          <div className="flex flex-wrap gap-3">
            <SubmitButton size="sm" name="decision" value="release">
              {t("release")}
            </SubmitButton>
            <SubmitButton size="sm" variant="secondary" name="decision" value="close">
              {t("close")}
            </SubmitButton>
          </div>
        )}
      </section>
    </form>
  );
}

type ItemProps = { row: QueueRow; filter: QueueFilter; isSelectable: boolean };

function KeptApartItem({ row, filter, isSelectable }: ItemProps) {
  const t = useTranslations();
  return (
    <li className="flex items-start gap-3 border-line border-b px-2 py-2.5 text-sm leading-snug focus-within:bg-azurite-wash hover:bg-sunken">
      {isSelectable ? (
        <label className="-m-2 flex min-h-11 min-w-9 cursor-pointer items-start justify-center p-2.5">
          <input
            type="checkbox"
            name="claims"
            value={`${row.id}:${row.version}`}
            className="size-[1.25em] cursor-pointer accent-azurite"
          />
          <span className="sr-only">{t("guard.quarantine.select", { number: row.number })}</span>
        </label>
      ) : null}
      <div className="min-w-0 flex-1 space-y-1.5 lg:flex lg:items-start lg:justify-between lg:gap-6 lg:space-y-0 elder:lg:block elder:lg:space-y-1.5">
        <Link
          href={claimHref(row.id, filter)}
          data-row
          lang="zh-CN"
          className="line-clamp-2 text-base text-ink no-underline hover:text-azurite"
        >
          {row.wording}
        </Link>
        <p className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
          <span className="tabular-nums">#{row.number}</span>
          {row.suspicion ? <Badge tone="outline">{t(`labels.suspicion.${row.suspicion}`)}</Badge> : null}
          <span>{t("desk.queue.reports", { count: row.reportCount })}</span>
          <RelativeTime time={row.lastReportedAt} />
        </p>
      </div>
    </li>
  );
}
