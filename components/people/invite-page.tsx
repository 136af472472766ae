import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page } from "#components/ui/page";

/** Where somebody is invited. */
export function InvitePage({ children }: { children: ReactNode }) {
  const t = useTranslations("people.members");
  const above = [{ href: "/desk/members", label: t("back") }];
  return (
    <Page title={t("inviteTitle")} above={above} intro={t("inviteLead")} width="form">
      {children}
    </Page>
  );
}
