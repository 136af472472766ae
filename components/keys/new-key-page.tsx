import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page } from "#components/ui/page";

/** Where a key is made. */
export function NewKeyPage({ limit, children }: { limit: number; children: ReactNode }) {
  const t = useTranslations("keys");
  const above = [{ href: "/desk/keys", label: t("back") }];
  return (
    <Page title={t("create")} above={above} intro={t("createLead", { limit })} width="form">
      {children}
    </Page>
  );
}
