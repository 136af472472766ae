import { useTranslations } from "next-intl";
import type { QueueRow } from "#lib/claims/list-queue";
import type { QueueFilter } from "#lib/claims/schema";
import { QueueItem } from "./queue-item.tsx";

/** The rows line up as columns where there is room, and stack on a phone. */
export const queueGrid =
  "lg:grid lg:grid-cols-[2.75rem_minmax(0,1fr)_8.5rem_8.5rem_6.5rem_7rem_4rem_6rem_9rem] lg:gap-x-3 elder:lg:block";

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
          <span key={column} className={column === "reports" ? "text-end" : undefined}>
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
