import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";

/** The door of the desk; whoever was shown out reads why. */
export function SignInPage({ ended, children }: { ended: boolean; children: ReactNode }) {
  const t = useTranslations("people.signIn");
  return (
    <div className="mx-auto max-w-md py-4 sm:py-10 elder:max-w-none">
      <h1 className="font-serif text-3xl">{t("title")}</h1>
      <p className="mt-2 mb-6 text-ink-soft">{t("lead")}</p>
      {ended ? (
        <Notice tone="warning" title={t("ended.title")} live="off" className="mb-6">
          {t("ended.text")}
        </Notice>
      ) : null}
      {children}
      <p className="mt-8 text-ink-soft text-sm">{t("forgotten")}</p>
      <p className="mt-2 text-sm">
        <Link href="/">{t("public")}</Link>
      </p>
    </div>
  );
}
