import { useTranslations } from "next-intl";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { QueueFilter } from "#lib/claims/schema";
import { queueHref, queueViews } from "./queue-href.tsx";

type Props = { filter: QueueFilter; counts: { new: number; open: number; overdue: number } };

/** The views of the queue; a change of view keeps the filters, except for a state that it could not hold. */
export function QueueViews({ filter, counts }: Props) {
  const t = useTranslations("desk.queue");
  const items = queueViews.map((view) => ({
    href: queueHref(filter, { view, status: undefined }),
    label: t(`views.${view}`),
    current: filter.view === view,
    ...(view in counts && { count: counts[view as keyof typeof counts] }),
  }));
  return <SegmentedNav label={t("viewsLabel")} items={items} />;
}
