import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Badge } from "#components/ui/badge";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { AlertRow } from "#lib/alerts/queries";
import type { ReadOutcome } from "#lib/alerts/read-alerts";
import type { AlertFilter } from "#lib/alerts/schema";
import { alertSettingsHref, alertsHref } from "#lib/i18n/addresses";
import type { FormAction } from "#lib/web/form";
import { AlertItem } from "./alert-item.tsx";

type Props = {
  filter: AlertFilter;
  page: { items: readonly AlertRow[]; nextCursor: string | null };
  unread: number;
  /** For how many days what was read stays. */
  days: number;
  actions: { readAlertAction: FormAction<ReadOutcome>; readAlertsAction: FormAction<ReadOutcome> };
};

/** What concerns somebody, the newest first; what they have not read stands out. */
export function AlertsPage({ filter: { show, cursor }, page, unread, days, actions }: Props) {
  const t = useTranslations("alerts");
  const hrefOf = (next?: string) => alertsHref({ show: show === "unread" ? show : null, cursor: next });
  const [newest] = page.items;
  return (
    <ListPage
      title={t("title")}
      intro={t("lead", { days })}
      width="text"
      filter={
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <SegmentedNav
            label={t("show.label")}
            options={[
              { value: "all" as const, label: t("show.all") },
              { value: "unread" as const, label: t("show.unread"), count: unread > 99 ? "99+" : unread },
            ]}
            chosen={show}
            hrefOf={(value) => alertsHref({ show: value === "unread" ? value : null })}
          />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            {newest && unread > 0 ? (
              <PressForm
                action={actions.readAlertsAction}
                hidden={{ upTo: newest.id }}
                submit={t("readAll")}
              />
            ) : null}
            <Link href={alertSettingsHref} className="inline-flex min-h-11 items-center">
              {t("settings")}
            </Link>
          </div>
        </div>
      }
      empty={
        page.items.length === 0 && (
          <EmptyState title={t(`empty.${show}`)}>{t(`empty.${show}Text`)}</EmptyState>
        )
      }
      paging={{ cursor, next: page.nextCursor, hrefOf }}
    >
      <ol className="-mx-3 divide-y divide-line border-line border-y">
        {page.items.map((alert) => (
          <AlertItem key={alert.id} alert={alert} action={actions.readAlertAction}>
            {alert.readAt ? null : <Badge tone="azurite">{t("unread")}</Badge>}
          </AlertItem>
        ))}
      </ol>
    </ListPage>
  );
}
