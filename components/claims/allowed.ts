import { useTranslations } from "next-intl";
import { allowances, type ClockKind } from "#lib/clocks/allowances";
import { days, hours, minutes } from "#lib/platform/clock";
import type { Urgency } from "#lib/reference/urgency";

/** How long something may take: 15 minutes, 24 hours, 4 hours of a working day, 2 working days, or no time set. */
export function Allowed({ urgency, kind }: { urgency: Urgency; kind: ClockKind }) {
  const t = useTranslations("public.duration");
  const { calendar, budgets } = allowances[urgency];
  const budget = budgets[kind];
  if (budget === undefined) return t("none");
  if (calendar === "working" && budget % days(1) === 0) {
    return t("workingDays", { count: budget / days(1) });
  }
  if (calendar === "working") return t("workingHours", { count: budget / hours(1) });
  return budget < hours(1)
    ? t("minutes", { count: budget / minutes(1) })
    : t("hours", { count: budget / hours(1) });
}
