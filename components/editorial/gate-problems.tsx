import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { GateProblem } from "#lib/editorial/evidence-gate";
import type { PrivateDetail } from "#lib/editorial/private-details";

type Props = {
  problems: readonly GateProblem[];
  /** What is asked about below it: as long as it is, not everything is there. */
  details: readonly PrivateDetail[];
  for: "review" | "publish";
  live?: "alert" | "off";
};

/** What still stands between a text and its reviewers, or its readers. */
export function GateProblems({ problems, details, for: aim, live = "off" }: Props) {
  const t = useTranslations("editorial.gate");
  if (problems.length === 0) {
    return details.length > 0 ? null : (
      <Notice tone="success" live="off">
        {t(aim === "publish" ? "publishReady" : "ready")}
      </Notice>
    );
  }
  return (
    <Notice tone="warning" live={live} title={t(aim === "publish" ? "publishTitle" : "title")}>
      <ul className="list-disc space-y-1 ps-5">
        {problems.map((problem) => (
          <li key={problem}>{t(`problem.${problem}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
