import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumb } from "#components/ui/breadcrumb";

/** Where a key is made. */
export function NewKeyPage({ limit, children }: { limit: number; children: ReactNode }) {
  const t = useTranslations("keys");
  return (
    <div className="mx-auto max-w-2xl space-y-6 elder:max-w-none">
      <header className="space-y-2">
        <Breadcrumb items={[{ href: "/desk/keys", label: t("back") }]} />
        <h1 className="font-serif text-2xl sm:text-3xl">{t("create")}</h1>
        <p className="text-ink-soft">{t("createLead", { limit })}</p>
      </header>
      {children}
    </div>
  );
}
