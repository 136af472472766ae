import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumb } from "#components/ui/breadcrumb";

/** Where somebody is invited. */
export function InvitePage({ children }: { children: ReactNode }) {
  const t = useTranslations("people.members");
  return (
    <div className="mx-auto max-w-2xl space-y-6 elder:max-w-none">
      <header className="space-y-2">
        <Breadcrumb items={[{ href: "/desk/members", label: t("back") }]} />
        <h1 className="font-serif text-2xl sm:text-3xl">{t("inviteTitle")}</h1>
        <p className="text-ink-soft">{t("inviteLead")}</p>
      </header>
      {children}
    </div>
  );
}
