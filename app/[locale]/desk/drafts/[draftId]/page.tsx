import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DraftReview } from "#components/editorial/draft-review";
import { EditDraft } from "#components/editorial/edit-draft";
import { readingOf } from "#components/editorial/reader-frame";
import { loadDraftPage } from "#lib/desk/load-draft-page";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { publishDebunkAction, reviewDraftAction, saveDraftAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.draft"))("readTitle") };
}

type Search = { edit?: string; done?: string; against?: string; as?: string };
type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<Search> };

export default async function DraftPage({ params, searchParams }: Props) {
  const actor = await requireActor("draft.read");
  const { draftId } = await params;
  const { edit, done, against, as } = await searchParams;
  const page = await orPageError(loadDraftPage(actor, draftId, { edit: edit === "1", against }));
  return page.isEdited ? (
    <EditDraft page={page} done={done} action={saveDraftAction} />
  ) : (
    <DraftReview
      page={page}
      done={done}
      reading={readingOf(as)}
      actions={{ reviewDraftAction, publishDebunkAction }}
    />
  );
}
