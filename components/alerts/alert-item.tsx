import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PressForm } from "#components/desk/decision-forms";
import { Badge } from "#components/ui/badge";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time";
import type { AlertRow } from "#lib/alerts/queries";
import type { ReadOutcome } from "#lib/alerts/read-alerts";
import { kindOf } from "#lib/alerts/vocabulary";
import type { AssignmentPurpose } from "#lib/claims/work/status";
import { alertHref } from "#lib/i18n/addresses";
import type { Locale } from "#lib/i18n/locale";
import { localePath } from "#lib/i18n/paths";
import type { FormAction } from "#lib/web/form";

type Props = { alert: AlertRow; action: FormAction<ReadOutcome>; children: ReactNode };

/** One alert: what happened, to which claim and when. Opening it is reading it. */
export function AlertItem({ alert, action, children }: Props) {
  const t = useTranslations("alerts");
  const purposes = useTranslations("labels.assignmentPurpose");
  const locale = useLocale() as Locale;
  const { id, kind, readAt, number, wording, eventAt, data } = alert;
  const title = t(`kind.${kind}`);
  const isUnread = readAt === null;
  return (
    <li
      className={cn(
        "flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-3 py-3",
        isUnread && "bg-azurite-wash",
      )}
    >
      <div className="min-w-0 flex-1 basis-72 space-y-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {kindOf(kind).isUrgent ? <Badge tone="vermilion">{t("urgent")}</Badge> : null}
          {/* Never fetched ahead: to fetch it is to read it. */}
          <a
            href={localePath(alertHref(id), locale)}
            data-row
            className={cn(
              "text-ink no-underline hover:text-azurite hover:underline",
              isUnread && "font-semibold",
            )}
          >
            {title}
          </a>
          {kind.startsWith("work-") && data.purpose ? (
            <Badge tone="outline">{purposes(data.purpose as AssignmentPurpose)}</Badge>
          ) : null}
          {children}
        </p>
        <p className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
          {number === null ? null : <span className="tabular-nums">{t("claim", { number })}</span>}
          <RelativeTime time={eventAt} />
          {wording === null ? null : (
            <span lang="zh-CN" className="min-w-0 max-w-full truncate">
              {wording}
            </span>
          )}
        </p>
      </div>
      {isUnread ? (
        <PressForm
          action={action}
          hidden={{ alertId: id }}
          submit={
            <>
              {t("read")} <span className="sr-only">{title}</span>
            </>
          }
        />
      ) : null}
    </li>
  );
}
