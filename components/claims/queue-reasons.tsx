import { useTranslations } from "next-intl";
import { Part } from "#components/ui/part";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { QueueFilter } from "#lib/claims/schema";
import type { KeptApart } from "#lib/desk/count-queue";
import { shownCount } from "#lib/desk/many";
import { queueHref } from "./queue-href.ts";

type Props = { filter: QueueFilter; keptApart: KeptApart };

/** What was kept apart and why that is no loss; one reason can be looked at alone. */
export function QueueReasons({ filter, keptApart: { claims, reasons } }: Props) {
  const t = useTranslations("guard.quarantine");
  const labels = useTranslations("labels.suspicion");
  const options = [
    { value: undefined, label: t("all"), count: shownCount(claims) },
    ...reasons.map(({ suspicion, claims: count }) => ({
      value: suspicion,
      label: labels(suspicion),
      count: shownCount(count),
    })),
  ];
  return (
    <Part title={t("title")} look="text-lg" className="space-y-2">
      <p className="measure text-ink-soft text-sm leading-relaxed">{t("intro")}</p>
      {reasons.length > 1 || filter.suspicion ? (
        <SegmentedNav
          label={t("reasons")}
          options={options}
          chosen={filter.suspicion}
          hrefOf={(suspicion) => queueHref(filter, { suspicion })}
        />
      ) : null}
    </Part>
  );
}
