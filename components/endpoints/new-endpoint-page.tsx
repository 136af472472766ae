import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page } from "#components/ui/page";

type Props = { kind: "webhook" | "email"; limit: number; children: ReactNode };

/** Where an endpoint is made. */
export function NewEndpointPage({ kind, limit, children }: Props) {
  const t = useTranslations("endpoints");
  const above = [{ href: "/desk/endpoints", label: t("back") }];
  return (
    <Page
      title={t(kind === "email" ? "digest.create" : "create")}
      above={above}
      intro={t(kind === "email" ? "digest.createLead" : "createLead", { limit })}
      width="form"
    >
      {children}
    </Page>
  );
}
