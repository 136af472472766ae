import { useTranslations } from "next-intl";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { QueueFilter } from "#lib/claims/schema";
import type { QueueCounts } from "#lib/desk/count-queue";
import { shownCount } from "#lib/desk/many";
import { queueHref, queueViews } from "./queue-href.ts";

const seldom: readonly QueueFilter["view"][] = ["answered", "mine", "snoozed"];

type Props = { filter: QueueFilter; counts: QueueCounts };

/** The views of the queue; a change of view keeps the filters, except for a state that it could not hold. */
export function QueueViews({ filter, counts }: Props) {
  const t = useTranslations("desk.queue");
  const counted: Partial<Record<QueueFilter["view"], number>> = counts;
  // What is kept apart is no view of a day's work: it shows while somebody is in it.
  const countOf = (view: QueueFilter["view"]) => {
    const count = counted[view];
    // What is seldom there shows its number when it is.
    return count === undefined || (count === 0 && seldom.includes(view)) ? undefined : shownCount(count);
  };
  const shown = filter.view === "quarantine" ? ([...queueViews, filter.view] as const) : queueViews;
  return (
    <SegmentedNav
      label={t("viewsLabel")}
      options={shown.map((value) => ({ value, label: t(`views.${value}`), count: countOf(value) }))}
      chosen={filter.view}
      hrefOf={(view) => queueHref(filter, { view, status: [], suspicion: undefined })}
    />
  );
}
