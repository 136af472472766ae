import type { Metadata, Viewport } from "next";
import { hasLocale } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PlainShell } from "#components/site/plain-shell";
import { NotFoundPage } from "#components/site/problem-pages";
import { LanguageProvider } from "#components/ui/language";
import { routing } from "#lib/i18n/routing";
import { config } from "#lib/platform/config";
import "../globals.css";

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#14171a" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  const siteName = config.SITE_NAME ?? t("siteName");
  return {
    metadataBase: new URL(config.SITE_URL),
    title: { default: `${siteName} · ${t("tagline")}`, template: `%s · ${siteName}` },
    description: t("description"),
    applicationName: siteName,
    formatDetection: { telephone: false },
    openGraph: { siteName, type: "website", locale: (await getLocale()).replace("-", "_") },
  };
}

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function RootLayout({ children, params }: Props) {
  const address = await params;
  const locale = await getLocale();
  const { common } = await getMessages();
  return (
    // public/reading.js says on the root what the browser can do, before React looks at it.
    <html lang={locale} suppressHydrationWarning>
      <head>
        {/* Who reads in elder mode sees no page in small print first. */}
        <script src="/reading.js" defer blocking="render" />
      </head>
      <body>
        <LanguageProvider locale={locale} words={common.client}>
          {hasLocale(routing.locales, address.locale) ? children : <UnknownAddress />}
        </LanguageProvider>
      </body>
    </html>
  );
}

/** An address like /old.php or /api/unknown, whose first part is not a language. */
function UnknownAddress() {
  return (
    <PlainShell>
      <NotFoundPage />
    </PlainShell>
  );
}
