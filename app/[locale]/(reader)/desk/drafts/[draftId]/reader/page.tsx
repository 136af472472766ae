import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReaderPage } from "#components/editorial/reader-view";
import { loadReaderView } from "#lib/desk/load-reader-view";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editorial.reading");
  return { title: { absolute: t("label") }, robots: { index: false } };
}

type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<{ elder?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor("draft.read");
  const view = await orPageError(loadReaderView(actor, (await params).draftId));
  return <ReaderPage {...view} isElder={(await searchParams).elder === "1"} />;
}
