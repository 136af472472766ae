import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Home } from "#components/publishing/home";
import { localeAlternates } from "#lib/i18n/addresses";
import { readNoticeCount, readNotices } from "#lib/web/next/cached-reads";
import { askAction, checkAction } from "./check/actions.ts";

export const dynamic = "force-static";
export const revalidate = 3600;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { description: t("description"), alternates: localeAlternates("/", await getLocale()) };
}

export default async function HomePage() {
  const [page, count] = await Promise.all([readNotices({ limit: 20 }), readNoticeCount()]);
  return <Home check={checkAction} ask={askAction} notices={page.items} count={count} />;
}
