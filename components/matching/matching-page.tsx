import { useTranslations } from "next-intl";
import { Section } from "#components/desk/section";
import { ChooseForm, ChooseOne } from "#components/ui/choose-form";
import { EmptyState } from "#components/ui/empty-state";
import { Options } from "#components/ui/options";
import { Page } from "#components/ui/page";
import type { MatchingFigures } from "#lib/claims/reports/measure-matching";
import { PrecisionTable } from "./precision-table.tsx";

type Props = { days: number; figures: MatchingFigures };

const PERIODS = [7, 30, 90, 365];

/** How far the desk's decisions bear out what matching proposed and did. */
export function MatchingPage({ days, figures: { rows, levels, applied } }: Props) {
  const t = useTranslations("matching.page");
  const labels = useTranslations("labels.matchLevel");
  return (
    <Page title={t("title")} intro={t("lead", { days })} width="text">
      <ChooseForm submit={t("show")}>
        <ChooseOne name="days" label={t("days")} chosen={String(days)}>
          <Options values={PERIODS} word={(period) => t("daysOption", { days: period })} />
        </ChooseOne>
      </ChooseForm>
      <Section title={t("joined")}>
        <p>{t("joinedText", applied)}</p>
      </Section>
      {rows.some(({ decided }) => decided > 0) ? (
        <>
          <PrecisionTable
            caption={t("levels")}
            head={t("level")}
            rows={levels.map(({ level, ...row }) => ({ name: labels(level), ...row }))}
          />
          <PrecisionTable
            caption={t("chart")}
            head={t("threshold")}
            rows={rows.map(({ threshold, ...row }) => ({ name: threshold.toFixed(2), ...row }))}
          />
        </>
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
    </Page>
  );
}
