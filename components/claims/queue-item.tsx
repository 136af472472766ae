import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import type { QueueFilter } from "#lib/claims/schema";
import type { QueueRow } from "#lib/desk/list-queue";
import { DueClock, inOrder } from "./due-clock.tsx";
import { useLocalName } from "./local-name.ts";
import { queueGrid } from "./queue-grid.ts";
import { claimHref } from "./queue-href.ts";
import { SelectClaim } from "./select-claim.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { UrgencyBadge } from "./urgency-badge.tsx";

const cell = "inline-block me-3 lg:me-0 elder:lg:me-3 min-w-0 [&>*]:whitespace-normal";
/** A column of the table has a dash where there is nothing; a row that stacks leaves it out. */
const noCell = "max-lg:sr-only elder:sr-only";

/** A claim as one line of the queue: what it says, how soon, how far, how often. */
export function QueueItem({ row, filter }: { row: QueueRow; filter: QueueFilter }) {
  const t = useTranslations("desk.queue");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const [clock] = inOrder(row.clocks);
  return (
    <li
      className={`relative border-line border-b px-2 py-2.5 text-sm leading-snug focus-within:bg-azurite-wash hover:bg-sunken ${queueGrid}`}
    >
      <span className={`${cell} text-ink-soft tabular-nums`}>
        <SelectClaim id={row.id} number={row.number} version={row.version} className="me-0" />#{row.number}
      </span>
      <Link
        href={claimHref(row.id, filter)}
        data-row
        lang="zh-CN"
        className="mb-1.5 line-clamp-3 self-start text-base text-ink leading-snug no-underline after:absolute after:inset-0 hover:text-azurite lg:mb-0 lg:line-clamp-2 elder:line-clamp-none"
      >
        {row.wording}
      </Link>
      <span className={cell}>
        <UrgencyBadge urgency={row.urgency} />
      </span>
      <span className={cell}>
        <StatusBadge status={row.status} />
        {row.sideState ? <Badge tone="ochre">{labels(`sideState.${row.sideState}`)}</Badge> : null}
      </span>
      <span className={row.topic ? cell : noCell}>
        {row.topic ? nameOf(row.topic) : <None>{t("noTopic")}</None>}
      </span>
      <span className={row.places.length > 0 ? cell : noCell}>
        {row.places.length > 0 ? (
          row.places.map(({ division }) => nameOf(division)).join(t("comma"))
        ) : (
          <None>{t("noPlace")}</None>
        )}
      </span>
      <span className={`${cell} tabular-nums lg:text-end`}>
        <span aria-hidden className="hidden lg:inline elder:hidden">
          {row.reportCount}
        </span>
        <span className="lg:sr-only elder:lg:not-sr-only">{t("reports", { count: row.reportCount })}</span>
      </span>
      <span className={`${cell} relative z-10 text-ink-soft`}>
        <RelativeTime time={row.lastReportedAt} />
      </span>
      <span className={clock ? "relative z-10 inline-block min-w-0" : noCell}>
        {clock ? <DueClock clock={clock} /> : <None>{t("noClock")}</None>}
      </span>
    </li>
  );
}

function None({ children }: { children: string }) {
  return (
    <>
      <span aria-hidden className="text-ink-soft">
        –
      </span>
      <span className="sr-only">{children}</span>
    </>
  );
}
