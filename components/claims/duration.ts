import { useTranslations } from "next-intl";
import { days, hours } from "#lib/platform/clock";

/** A span of time in the largest unit that fits: 15 minutes, 48 hours, 7 days. */
export function Duration({ milliseconds }: { milliseconds: number }) {
  const t = useTranslations("public.duration");
  if (milliseconds > hours(48)) return t("days", { count: milliseconds / days(1) });
  if (milliseconds >= hours(1)) return t("hours", { count: milliseconds / hours(1) });
  return t("minutes", { count: milliseconds / 60_000 });
}
