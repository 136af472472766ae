import { useTranslations } from "next-intl";
import type { QueueFilter } from "#lib/claims/schema";
import type { QueueData } from "#lib/desk/load-queue-page";
import { placeQuery } from "./queue-href.ts";
import { useQueueLines } from "./queue-lines.ts";
import { QueueRows } from "./queue-rows.tsx";

const columns = [
  "number",
  "wording",
  "urgency",
  "status",
  "topic",
  "places",
  "reports",
  "last",
  "why",
] as const;

type Props = { filter: QueueFilter } & Pick<QueueData, "topics" | "divisions"> & {
    rows: QueueData["page"]["items"];
  };

/** One page of the queue; `j` and `k` move along it. */
export function QueueList({ rows, filter, topics, divisions }: Props) {
  const t = useTranslations("desk.queue");
  return (
    <QueueRows
      label={t(`views.${filter.view}`)}
      columns={columns.map((column) => t(`columns.${column}`))}
      guessed={t("guessed")}
      query={placeQuery(filter)}
      {...useQueueLines(rows, { topics, divisions })}
    />
  );
}
