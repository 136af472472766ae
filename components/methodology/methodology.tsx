import { useTranslations } from "next-intl";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { ReadAloud } from "#components/site/read-aloud";
import { Page } from "#components/ui/page";
import { correctionKinds, reviewStages } from "#lib/editorial/status";
import { evidenceTypes, primaryByNature, verdicts } from "#lib/investigation/vocabulary";
import { redactionKinds } from "#lib/wording/redaction";
import { ClockTable } from "./clock-table.tsx";
import { MethodSection } from "./method-section.tsx";
import { ReviewChecklist } from "./review-checklist.tsx";
import { StageTable } from "./stage-table.tsx";

type GateSettings = {
  primarySources: number;
  independentSourcesWhenCriticising: number;
  replyAttempts: number;
  reviews: number;
};

/** How a claim is checked, printed from the settings that the code obeys. */
export function Methodology({ gate, calendarEnd }: { gate: GateSettings; calendarEnd: string }) {
  const t = useTranslations("public.methodology");
  const labels = useTranslations("labels");
  return (
    <Page title={t("title")} intro={t("intro")} actions={<ReadAloud elderOnly />}>
      <MethodSection id="verdicts" title={t("verdicts.title")} intro={t("verdicts.intro")}>
        <dl className="divide-y divide-line border-line border-y">
          {verdicts.map((verdict) => (
            <div
              key={verdict}
              className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[12rem_1fr] elder:grid-cols-1"
            >
              <dt>
                <VerdictBadge verdict={verdict} />
              </dt>
              <dd>{labels(`verdictMeaning.${verdict}`)}</dd>
            </div>
          ))}
        </dl>
      </MethodSection>
      <MethodSection id="gate" title={t("gate.title")} intro={t("gate.intro")}>
        <ul>
          <li>{t("gate.primary", { count: gate.primarySources })}</li>
          <li>{t("gate.points")}</li>
          <li>{t("gate.independent", { count: gate.independentSourcesWhenCriticising })}</li>
          <li>{t("gate.reply", { count: gate.replyAttempts })}</li>
          <li>{t("gate.how")}</li>
          <li>{t("gate.privacy")}</li>
          <li>{t("gate.reviews", { count: gate.reviews })}</li>
        </ul>
        <p>{t("gate.retraction")}</p>
        <h3>{t("gate.typesTitle")}</h3>
        <ul className="sm:columns-2">
          {evidenceTypes.map((type) => (
            <li key={type}>
              {labels(`evidenceType.${type}`)}
              {primaryByNature.includes(type) ? (
                <span className="text-ink-soft">{t("gate.primaryMark")}</span>
              ) : null}
            </li>
          ))}
        </ul>
      </MethodSection>
      <MethodSection id="reviews" title={t("reviews.title")} intro={t("reviews.intro")}>
        {reviewStages.map((stage) => (
          <ReviewChecklist key={stage} stage={stage} />
        ))}
      </MethodSection>
      <MethodSection id="clocks" title={t("clocks.title")} intro={t("clocks.intro")} wide>
        <ClockTable calendarEnd={calendarEnd} />
      </MethodSection>
      <MethodSection id="stages" title={t("stages.title")} intro={t("stages.intro")} wide>
        <StageTable />
      </MethodSection>
      <MethodSection id="corrections" title={t("corrections.title")} intro={t("corrections.intro")}>
        <ul>
          {correctionKinds.map((kind) => (
            <li key={kind}>
              <strong className="font-semibold">{labels(`correctionKind.${kind}`)}</strong>{" "}
              {labels(`correctionMeaning.${kind}`)}
            </li>
          ))}
        </ul>
      </MethodSection>
      <MethodSection id="privacy" title={t("privacy.title")} intro={t("privacy.intro")}>
        <ul className="sm:columns-2">
          {redactionKinds.map((kind) => (
            <li key={kind}>{t(`privacy.kinds.${kind}`)}</li>
          ))}
        </ul>
      </MethodSection>
    </Page>
  );
}
