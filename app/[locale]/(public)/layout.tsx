import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoBanner } from "#components/site/demo-banner";
import { Footer } from "#components/site/footer";
import { Header } from "#components/site/header";
import { config } from "#lib/platform/config";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("common");
  const siteName = config.SITE_NAME ?? t("siteName");
  return (
    <div className="flex min-h-dvh flex-col">
      <DemoBanner show={config.DEMO_BANNER} />
      <Header siteName={siteName} />
      <main id="main" tabIndex={-1} className="page-width w-full flex-1 pt-8">
        {children}
      </main>
      <Footer siteName={siteName} demo={config.DEMO_BANNER} />
    </div>
  );
}
