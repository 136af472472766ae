"use client";

import { useTranslations } from "next-intl";
import { AreaField } from "#components/form/fields";
import { Answer } from "#components/form/refusal";
import { useForm } from "#components/form/use-form.ts";
import { Badge } from "#components/ui/badge";
import { Button } from "#components/ui/button";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import { SubmitButton } from "#components/ui/submit-button";
import type { QueueFilter } from "#lib/claims/schema";
import type { QueueRow } from "#lib/desk/list-queue";
import type { FormAction } from "#lib/web/form";
import { claimHref } from "./queue-href.ts";

/** How many were decided, and how many stay as they are because somebody was faster. */
export type SettledOutcome = { ok: true; done: number; left: number };

type Props = {
  rows: readonly QueueRow[];
  filter: QueueFilter;
  action: FormAction<SettledOutcome>;
  /** For those who may decide: what senders are told when their claims are closed. */
  closingText: string | null;
};

/** The claims that were kept apart, to be decided about together or opened one by one. */
export function QueueQuarantine({ rows, filter, action, closingText }: Props) {
  const t = useTranslations("guard.quarantine");
  const form = useForm(action, {
    labels: { claims: t("selected"), note: t("note") },
    words: { problems: { "claims.required": t("nothingSelected") } },
  });
  const { outcome } = form.state;
  const selectPage = () => {
    for (const box of form.ref.current?.querySelectorAll<HTMLInputElement>('[name="claims"]') ?? [])
      box.checked = true;
  };
  const list = (
    <ol id={form.field("claims").id} tabIndex={-1} aria-label={t("title")} className="border-line border-t">
      {rows.map((row) => (
        <KeptApartItem key={row.id} row={row} filter={filter} isSelectable={closingText !== null} />
      ))}
    </ol>
  );
  if (closingText === null) return list;
  const settled = outcome ? t("settled", { done: outcome.done, left: outcome.left }) : undefined;
  if (rows.length === 0) return <Answer form={form} done={settled} />;
  return (
    <form {...form.props} className="space-y-4">
      <Button variant="quiet" size="sm" onClick={selectPage}>
        {t("selectPage")}
      </Button>
      {list}
      <section aria-label={t("decide")} className="max-w-2xl space-y-4">
        <AreaField form={form} name="note" hint={t("noteHint")} initial={closingText} />
        <Answer form={form} done={settled} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton size="sm" name="decision" value="release">
            {t("release")}
          </SubmitButton>
          <SubmitButton size="sm" variant="secondary" name="decision" value="close">
            {t("close")}
          </SubmitButton>
        </div>
      </section>
    </form>
  );
}

type ItemProps = { row: QueueRow; filter: QueueFilter; isSelectable: boolean };

function KeptApartItem({ row, filter, isSelectable }: ItemProps) {
  const t = useTranslations("guard.quarantine");
  const labels = useTranslations("labels.suspicion");
  const reports = useTranslations("desk.queue");
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
          <span className="sr-only">{t("select", { number: row.number })}</span>
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
          {row.suspicion ? <Badge tone="outline">{labels(row.suspicion)}</Badge> : null}
          <span>{reports("reports", { count: row.reportCount })}</span>
          <RelativeTime time={row.lastReportedAt} />
        </p>
      </div>
    </li>
  );
}
