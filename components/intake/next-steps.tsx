import { useTranslations } from "next-intl";
import { Allowed } from "#components/claims/allowed.ts";
import { Part } from "#components/ui/part";

/** What happens to a report from here on, and by when. */
export function NextSteps() {
  const t = useTranslations("report.next");
  return (
    <Part title={t("title")} look="font-serif text-2xl" className="measure">
      <ol className="mt-4 list-decimal space-y-2 ps-6">
        <li>{t.rich("triage", { time: () => <Allowed urgency="P2" kind="triage" /> })}</li>
        <li>{t("verify")}</li>
        <li>{t("review")}</li>
        <li>{t.rich("answer", { time: () => <Allowed urgency="P2" kind="verdict" /> })}</li>
      </ol>
      <p className="mt-4 text-ink-soft">
        {t.rich("urgent", {
          triage: () => <Allowed urgency="P0" kind="triage" />,
          verdict: () => <Allowed urgency="P0" kind="verdict" />,
        })}
      </p>
    </Part>
  );
}
