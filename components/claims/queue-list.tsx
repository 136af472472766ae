import { useTranslations } from "next-intl";
import { cn } from "#components/ui/cn.ts";
import type { QueueFilter } from "#lib/claims/schema";
import type { QueueRow } from "#lib/desk/list-queue";
import { queueGrid } from "./queue-grid.ts";
import { QueueItem } from "./queue-item.tsx";

const columns = [
  "number",
  "wording",
  "urgency",
  "status",
  "topic",
  "places",
  "reports",
  "last",
  "due",
] as const;

/** One page of the queue; `j` and `k` move along it. */
export function QueueList({ rows, filter }: { rows: readonly QueueRow[]; filter: QueueFilter }) {
  const t = useTranslations("desk.queue");
  return (
    <div>
      <div
        aria-hidden
        className={`hidden border-line-strong border-b px-2 py-1 font-semibold text-ink-soft text-sm elder:lg:hidden ${queueGrid}`}
      >
        {columns.map((column) => (
          <span key={column} className={cn("whitespace-nowrap", column === "reports" && "text-end")}>
            {t(`columns.${column}`)}
          </span>
        ))}
      </div>
      <ol aria-label={t(`views.${filter.view}`)}>
        {rows.map((row) => (
          <QueueItem key={row.id} row={row} filter={filter} />
        ))}
      </ol>
    </div>
  );
}
