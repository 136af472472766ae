import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "#components/site/problem-pages";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t("NOT_FOUND.title") };
}

/** Any other address of the site is answered in its own language. */
export default function UnknownPage() {
  return <NotFoundPage />;
}
