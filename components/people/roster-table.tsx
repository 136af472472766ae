import { useLocale, useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Table } from "#components/ui/table";
import type { RosterDay } from "#lib/members/roster";

/** The days of a member, each with who is there for it. */
export function RosterTable({ days }: { days: readonly RosterDay[] }) {
  const t = useTranslations("people.roster");
  const comma = useLocale() === "en" ? ", " : "、";
  return (
    <Table caption={t("table")}>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("onDuty")}</th>
          <th scope="col">{t("away")}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ startsAt, onDuty, away, gap }) => (
          <tr key={startsAt.toISOString()}>
            <th scope="row" className="sm:whitespace-nowrap">
              <DateTime time={startsAt} dateOnly />{" "}
              <span className="font-normal text-ink-soft">{t(`weekday.${weekdayOf(startsAt)}`)}</span>
            </th>
            <td>
              {onDuty.map(({ name, isAway }) => (isAway ? t("dutyAway", { name }) : name)).join(comma) ||
                (gap ? null : t("none"))}
              {gap ? <p className="font-semibold text-ochre text-sm">{t(`gap.${gap}`)}</p> : null}
            </td>
            <td>{away.map(inWords).join(comma) || t("none")}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );

  function inWords({ name, deputy }: RosterDay["away"][number]): string {
    if (!deputy) return name;
    return t(deputy.isAway ? "deputyAway" : "deputy", { name, deputy: deputy.name });
  }
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** Days begin at 16:00 UTC of the day before. */
const weekdayOf = (start: Date) => weekdays[(start.getUTCDay() + 1) % 7] ?? "sun";
