import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VersionArticle } from "#components/publishing/version-article";
import { NotFoundPage } from "#components/site/problem-pages";
import { readNotice } from "#lib/web/next/read-notice";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("public.notice");
  const { number } = await params;
  return { title: t("version", { number }), robots: { index: false } };
}

export default async function VersionPage({ params }: Props) {
  const { slug, number } = await params;
  const notice = await readNotice(slug);
  const version = notice?.versions.find((one) => String(one.number) === number);
  if (!notice || !version) return <NotFoundPage />;
  const previous = notice.versions.find((one) => one.number === version.number - 1);
  return <VersionArticle notice={notice} version={version} previous={previous} />;
}
