import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NewDraft } from "#components/editorial/new-draft";
import { getClaim } from "#lib/claims/queries";
import { beginningOf } from "#lib/editorial/beginning";
import { redirect } from "#lib/i18n/navigation";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { saveDraftAction } from "../../../drafts/actions.ts";
import { findOpenDraft, loadWriting, requireWriter } from "../../../drafts/writing.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.draft"))("newTitle") };
}

export default async function NewDraftPage({ params }: { params: Promise<{ claimId: string }> }) {
  const actor = await requireActor("draft.write");
  const claim = await orPageError(getClaim(actor, (await params).claimId));
  const open = await findOpenDraft(actor, claim.id);
  if (open) redirect({ href: `/desk/drafts/${open.id}`, locale: await getLocale() });
  const memberId = await requireWriter(actor, claim.id);
  const { investigation, sources } = await loadWriting(actor, claim.id, memberId);
  const [finding] = investigation.findings;
  const asked = investigation.replies.map(({ organisation }) => organisation);
  return (
    <NewDraft
      action={saveDraftAction}
      claim={claim}
      content={beginningOf({ claim, finding, asked })}
      investigation={investigation}
      sources={sources}
      storageKey={`draft-text ${actor.userId} ${claim.id}`}
    />
  );
}
