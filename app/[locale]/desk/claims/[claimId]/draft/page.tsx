import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NewDraft } from "#components/editorial/new-draft";
import { loadNewDraft } from "#lib/desk/load-new-draft";
import { redirect } from "#lib/web/next/navigation";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { saveDraftAction } from "../../../drafts/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.draft"))("newTitle") };
}

export default async function NewDraftPage({ params }: { params: Promise<{ claimId: string }> }) {
  const actor = await requireActor("draft.write");
  const { beginning, openDraftId } = await orPageError(loadNewDraft(actor, (await params).claimId));
  if (beginning) return <NewDraft {...beginning} action={saveDraftAction} />;
  return redirect({ href: `/desk/drafts/${openDraftId}`, locale: await getLocale() });
}
