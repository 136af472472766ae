import { useTranslations } from "next-intl";
import { Duration } from "#components/claims/duration.ts";
import { Table } from "#components/ui/table";
import { clocks, spike } from "#lib/clocks/clocks";
import { urgencies } from "#lib/reference/urgency";

/** How long each class of urgency may take. */
export function ClockTable() {
  const t = useTranslations("public.methodology.clocks");
  const labels = useTranslations("labels");
  return (
    <>
      <Table caption={t("caption")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("class")}</th>
            <th scope="col">{t("triage")}</th>
            <th scope="col">{t("firstWord")}</th>
            <th scope="col">{t("verdict")}</th>
          </tr>
        </thead>
        <tbody>
          {urgencies.map((urgency) => {
            const { triage, firstWord, verdict } = clocks[urgency];
            return (
              <tr key={urgency}>
                <th scope="row">
                  {labels(`urgency.${urgency}`)}
                  <span className="block font-normal text-ink-soft text-sm">
                    {labels(`urgencyMeaning.${urgency}`)}
                  </span>
                </th>
                <td>
                  <Duration milliseconds={triage} />
                </td>
                <td>{firstWord === null ? t("none") : <Duration milliseconds={firstWord} />}</td>
                <td>
                  <Duration milliseconds={verdict} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className="measure mt-4">{t("spike", { reports: spike.reportsAnHour, counties: spike.counties })}</p>
    </>
  );
}
