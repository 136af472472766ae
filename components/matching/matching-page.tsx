import { useTranslations } from "next-intl";
import { Section } from "#components/desk/section";
import { Button } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Select } from "#components/ui/select";
import type { MatchingFigures } from "#lib/claims/reports/measure-matching";
import { PrecisionTable } from "./precision-table.tsx";

type Props = { days: number; figures: MatchingFigures };

const PERIODS = [7, 30, 90, 365];

/** How far the desk's decisions bear out what matching proposed and did. */
export function MatchingPage({ days, figures: { rows, levels, applied } }: Props) {
  const t = useTranslations("matching.page");
  const labels = useTranslations("labels.matchLevel");
  return (
    <div className="mx-auto max-w-4xl space-y-6 elder:max-w-none">
      <header>
        <h1 className="font-serif text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("lead", { days })}</p>
      </header>
      <form className="flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor="matching-days" className="block font-semibold text-sm">
            {t("days")}
          </label>
          <Select id="matching-days" name="days" defaultValue={String(days)} className="mt-1 min-w-40">
            {PERIODS.map((period) => (
              <option key={period} value={period}>
                {t("daysOption", { days: period })}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit" variant="secondary">
          {t("show")}
        </Button>
      </form>
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
    </div>
  );
}
