import { Layers } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import type { KeptApart } from "#lib/desk/count-queue";
import { shownCount } from "#lib/desk/many";

/** Everything that detectors keep apart, in one line, however much it is. */
export function QueueDigest({ keptApart: { claims, reports, isWhole, reasons } }: { keptApart: KeptApart }) {
  const t = useTranslations("guard.digest");
  const labels = useTranslations("labels.suspicion");
  if (claims === 0) return null;
  const parts = reasons.map(({ suspicion, claims: count }) =>
    t("reason", { suspicion: labels(suspicion), claims: shownCount(count) }),
  );
  return (
    <section
      aria-label={t("label")}
      className="flex items-baseline gap-2 border-line border-b pb-3 text-ink-soft text-sm leading-relaxed"
    >
      <Layers aria-hidden className="size-[1.1em] shrink-0 translate-y-[0.15em]" />
      <p className="min-w-0">
        {t(isWhole ? "line" : "lineOfMany", { reports, claims })}
        {parts.join(t("separator"))} <Link href="/desk/queue?view=quarantine">{t("open")}</Link>
      </p>
    </section>
  );
}
