import { useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import type { AddBrowserOutcome } from "#lib/alerts/add-browser";
import type { LoadedAlertSettings } from "#lib/alerts/load-settings";
import type { TestBrowserOutcome } from "#lib/alerts/test-browser";
import { alertsHref } from "#lib/i18n/addresses";
import type { FormAction } from "#lib/web/form";
import { AddBrowser } from "./add-browser.tsx";
import { RemoveBrowser, TestBrowser } from "./browser-forms.tsx";
import { DigestForm } from "./digest-form.tsx";

type Props = {
  email: string;
  settings: LoadedAlertSettings;
  actions: {
    saveAlertSettingsAction: FormAction;
    addBrowserAction: FormAction<AddBrowserOutcome>;
    testBrowserAction: FormAction<TestBrowserOutcome>;
    removeBrowserAction: FormAction;
  };
};

/** How somebody is told of what concerns them while they are away: by letter, and of what is urgent by their browsers. */
export function AlertSettingsPage({ email, settings, actions }: Props) {
  const t = useTranslations("alerts.set");
  const { browsers, hasMail, isTold, pushKey } = settings;
  return (
    <Page title={t("title")} intro={t("lead")} width="form">
      <p>
        <Link href={alertsHref()}>{t("back")}</Link>
      </p>
      <Part title={t("mail")} lead={hasMail ? t("mailLead", { email }) : undefined} className="space-y-4">
        {hasMail ? null : <Notice tone="info">{t("noMail")}</Notice>}
        <DigestForm action={actions.saveAlertSettingsAction} given={settings} />
      </Part>
      <Part title={t("push")} lead={t("pushLead")} className="space-y-4 pt-4">
        {isTold ? null : <Notice tone="info">{t("notTold")}</Notice>}
        {isTold || browsers.length > 0 ? (
          <>
            {isTold ? <AddBrowser action={actions.addBrowserAction} pushKey={pushKey} /> : null}
            <h3>{t("browsers")}</h3>
            {browsers.length === 0 ? <p className="text-ink-soft">{t("none")}</p> : null}
            <ul className="divide-y divide-line">
              {browsers.map(({ id, name, createdAt }) => (
                <li key={id} className="space-y-2 py-3">
                  <p>
                    {name}{" "}
                    <span className="text-ink-soft text-sm">
                      {t("since")} <DateTime time={createdAt} />
                    </span>
                  </p>
                  <div className="flex flex-wrap gap-3">
                    <TestBrowser action={actions.testBrowserAction} browserId={id} name={name} />
                    <RemoveBrowser action={actions.removeBrowserAction} browserId={id} name={name} />
                  </div>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Part>
    </Page>
  );
}
