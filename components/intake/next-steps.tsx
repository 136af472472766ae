import { useTranslations } from "next-intl";
import { Duration } from "#components/claims/duration.ts";
import { clocks } from "#lib/clocks/clocks";

/** What happens to a report from here on, and by when. */
export function NextSteps() {
  const t = useTranslations("report.next");
  const { triage, verdict } = clocks.P2;
  return (
    <section aria-labelledby="next-title" className="measure">
      <h2 id="next-title" className="font-serif text-2xl">
        {t("title")}
      </h2>
      <ol className="mt-4 list-decimal space-y-2 ps-6">
        <li>{t.rich("triage", { time: () => <Duration milliseconds={triage} /> })}</li>
        <li>{t("verify")}</li>
        <li>{t("review")}</li>
        <li>{t.rich("answer", { time: () => <Duration milliseconds={verdict} /> })}</li>
      </ol>
      <p className="mt-4 text-ink-soft">
        {t.rich("urgent", {
          triage: () => <Duration milliseconds={clocks.P0.triage} />,
          verdict: () => <Duration milliseconds={clocks.P0.verdict} />,
        })}
      </p>
    </section>
  );
}
