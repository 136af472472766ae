import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";

/** The door of the desk; whoever was shown out reads why. */
export function SignInPage({ ended, children }: { ended: boolean; children: ReactNode }) {
  const t = useTranslations("people.signIn");
  return (
    <Page title={t("title")} intro={t("lead")} width="door">
      {ended ? (
        <Notice tone="warning" title={t("ended.title")} live="off">
          {t("ended.text")}
        </Notice>
      ) : null}
      {children}
      <div className="space-y-2 text-sm">
        <p className="text-ink-soft">{t("forgotten")}</p>
        <p>
          <Link href="/">{t("public")}</Link>
        </p>
      </div>
    </Page>
  );
}
