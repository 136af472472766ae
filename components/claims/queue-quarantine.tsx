import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import type { QueueFilter } from "#lib/claims/schema";
import type { QueueRow } from "#lib/desk/list-queue";
import { claimHref } from "./queue-href.ts";
import { SelectClaim } from "./select-claim.tsx";

type Props = { rows: readonly QueueRow[]; filter: QueueFilter };

/** The claims that were kept apart, to be decided about together or opened one by one. */
export function QueueQuarantine({ rows, filter }: Props) {
  const t = useTranslations("guard.quarantine");
  return (
    <ol aria-label={t("title")} className="border-line border-t">
      {rows.map((row) => (
        <KeptApartItem key={row.id} row={row} filter={filter} />
      ))}
    </ol>
  );
}

function KeptApartItem({ row, filter }: { row: QueueRow; filter: QueueFilter }) {
  const labels = useTranslations("labels.suspicion");
  const reports = useTranslations("desk.queue");
  return (
    <li className="flex items-start gap-3 border-line border-b px-2 py-2.5 text-sm leading-snug focus-within:bg-azurite-wash hover:bg-sunken">
      <SelectClaim id={row.id} number={row.number} version={row.version} />
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
