import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CorrectionPage } from "#components/editorial/correction-page";
import { getClaim } from "#lib/claims/queries";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { findOpenDraft } from "../../../drafts/writing.ts";
import { openCorrectionAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.correction"))("title") };
}

export default async function Page({ params }: { params: Promise<{ claimId: string }> }) {
  const actor = await requireActor("correction.open");
  const claim = await orPageError(getClaim(actor, (await params).claimId));
  const open = await findOpenDraft(actor, claim.id);
  return <CorrectionPage claim={claim} openDraftId={open?.id ?? null} action={openCorrectionAction} />;
}
