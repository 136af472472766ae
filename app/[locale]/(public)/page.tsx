import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Home } from "#components/publishing/home";
import { localeAlternates } from "#lib/i18n/addresses";
import { countNotices } from "#lib/publishing/outline";
import { listDebunks } from "#lib/publishing/queries";
import { askAction, checkAction } from "./check/actions.ts";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { description: t("description"), alternates: localeAlternates("/", await getLocale()) };
}

export default async function HomePage() {
  const [page, count] = await Promise.all([listDebunks({ limit: 20 }), countNotices()]);
  return <Home check={checkAction} ask={askAction} notices={page.items} count={count} />;
}
