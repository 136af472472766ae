import { useTranslations } from "next-intl";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { QueueFilter } from "#lib/claims/schema";
import type { KeptApart } from "#lib/desk/list-queue";
import { queueHref } from "./queue-href.ts";

type Props = { filter: QueueFilter; keptApart: KeptApart };

/** What was kept apart and why that is no loss; one reason can be looked at alone. */
export function QueueReasons({ filter, keptApart: { claims, reasons } }: Props) {
  const t = useTranslations("guard.quarantine");
  const labels = useTranslations("labels.suspicion");
  const items = [
    { suspicion: undefined, label: t("all"), count: claims },
    ...reasons.map(({ suspicion, claims: count }) => ({ suspicion, label: labels(suspicion), count })),
  ].map(({ suspicion, label, count }) => ({
    href: queueHref(filter, { suspicion }),
    label,
    current: filter.suspicion === suspicion,
    count,
  }));
  return (
    <section aria-labelledby="kept-apart" className="space-y-2">
      <h2 id="kept-apart" className="text-lg">
        {t("title")}
      </h2>
      <p className="measure text-ink-soft text-sm leading-relaxed">{t("intro")}</p>
      {reasons.length > 1 || filter.suspicion ? <SegmentedNav label={t("reasons")} items={items} /> : null}
    </section>
  );
}
