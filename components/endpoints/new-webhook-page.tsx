import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page } from "#components/ui/page";

/** Where a webhook is made. */
export function NewWebhookPage({ limit, children }: { limit: number; children: ReactNode }) {
  const t = useTranslations("endpoints");
  const above = [{ href: "/desk/endpoints", label: t("back") }];
  return (
    <Page title={t("create")} above={above} intro={t("createLead", { limit })} width="form">
      {children}
    </Page>
  );
}
