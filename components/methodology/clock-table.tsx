import { useTranslations } from "next-intl";
import { Allowed } from "#components/claims/allowed.ts";
import { DateTime } from "#components/ui/date-time";
import { Table } from "#components/ui/table";
import { spike } from "#lib/claims/spike";
import { allowances, pauseReasons } from "#lib/clocks/allowances";
import { startOfDay } from "#lib/platform/clock";
import { urgencies } from "#lib/reference/urgency";

const kinds = ["triage", "acknowledge", "first-word", "verdict"] as const;

/** How long each class of urgency may take, which hours count, and what pauses the count. */
export function ClockTable({ calendarEnd }: { calendarEnd: string }) {
  const t = useTranslations("public.methodology.clocks");
  const labels = useTranslations("labels");
  return (
    <>
      <Table caption={t("caption")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("class")}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`kinds.${kind}`)}
              </th>
            ))}
            <th scope="col">{t("calendar")}</th>
          </tr>
        </thead>
        <tbody>
          {urgencies.map((urgency) => (
            <tr key={urgency}>
              <th scope="row">
                {labels(`urgency.${urgency}`)}
                <span className="block font-normal text-ink-soft text-sm">
                  {labels(`urgencyMeaning.${urgency}`)}
                </span>
              </th>
              {kinds.map((kind) => (
                <td key={kind}>
                  <Allowed urgency={urgency} kind={kind} />
                </td>
              ))}
              <td>{t(`calendars.${allowances[urgency].calendar}`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="prose-notice mt-4">
        <p>{t("workingDays")}</p>
        <p>{t.rich("calendarEnd", { day: () => <DateTime time={startOfDay(calendarEnd)} dateOnly /> })}</p>
        <p>{t("pauses")}</p>
        <ul>
          {pauseReasons.map((reason) => (
            <li key={reason}>{t(`pauseReasons.${reason}`)}</li>
          ))}
        </ul>
        <p>{t("changes")}</p>
        <p>{t("spike", { reports: spike.reportsAnHour, counties: spike.counties })}</p>
      </div>
    </>
  );
}
