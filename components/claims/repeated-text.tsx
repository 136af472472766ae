import { useTranslations } from "next-intl";
import type { RepeatedText as Repeated } from "#lib/claims/reports/find-repeated-text";

/** One text that came in a burst: shown as such, for whoever judges how many people really ask. */
export function RepeatedText({ repeated }: { repeated: Repeated | null }) {
  const t = useTranslations("guard.claim");
  if (!repeated) return null;
  return <p className="mb-3 text-ink-soft text-sm">{t("repeated", repeated)}</p>;
}
