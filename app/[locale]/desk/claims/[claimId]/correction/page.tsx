import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CorrectionPage } from "#components/editorial/correction-page";
import { loadOpenDraft } from "#lib/desk/load-new-draft";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { openCorrectionAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.correction"))("title") };
}

export default async function Page({ params }: { params: Promise<{ claimId: string }> }) {
  const actor = await requireActor("correction.open");
  const found = await orPageError(loadOpenDraft(actor, (await params).claimId));
  return <CorrectionPage {...found} action={openCorrectionAction} />;
}
