import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import type { QueueFilter } from "#lib/claims/schema";
import type { QueueRow } from "#lib/desk/list-queue";
import { DueClock, inOrder } from "./due-clock.tsx";
import { claimHref, queueHref } from "./queue-href.ts";
import { StatusBadge } from "./status-badge.tsx";

type Props = { rows: readonly QueueRow[]; filter: QueueFilter; claimId: string };

/** The queue beside the claim: the same view, short enough to keep one's place. */
export function QueueColumn({ rows, filter, claimId }: Props) {
  const t = useTranslations("desk.queue");
  return (
    <nav
      aria-label={t("columnLabel")}
      className="hidden max-h-[calc(100dvh-2rem)] overflow-y-auto xl:sticky xl:top-4 xl:block xl:self-start elder:xl:hidden"
    >
      <Link
        href={queueHref(filter, { cursor: filter.cursor })}
        className="flex min-h-9 items-center gap-1 px-2 text-sm"
      >
        <ArrowLeft aria-hidden className="size-[1.1em]" />
        {t(`views.${filter.view}`)}
      </Link>
      <ol className="mt-1 border-line border-t">
        {rows.map((row) => (
          <li key={row.id} className="border-line border-b">
            <Link
              href={claimHref(row.id, filter)}
              data-row
              aria-current={row.id === claimId ? "page" : undefined}
              className="block space-y-1 px-2 py-2 text-ink text-sm leading-snug no-underline hover:bg-sunken hover:text-ink aria-[current=page]:bg-azurite-wash aria-[current=page]:shadow-[inset_3px_0_0_var(--azurite)]"
            >
              <span className="line-clamp-2" lang="zh-CN">
                <span className="text-ink-soft tabular-nums">#{row.number}</span> {row.wording}
              </span>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <StatusBadge status={row.status} />
                <DueClock clock={inOrder(row.clocks)[0]} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
