import { useLocale } from "next-intl";
import { formatDate, formatDateTime } from "#lib/i18n/time";

type Props = { time: Date | string; dateOnly?: boolean; className?: string };

/** A moment in words, Asia/Shanghai; right on cached pages, where "3 hours ago" would be a lie. */
export function DateTime({ time, dateOnly, className }: Props) {
  const locale = useLocale();
  const moment = new Date(time);
  return (
    <time dateTime={moment.toISOString()} className={className}>
      {dateOnly ? formatDate(moment, locale) : formatDateTime(moment, locale)}
    </time>
  );
}
