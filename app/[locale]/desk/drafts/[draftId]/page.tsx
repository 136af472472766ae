import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { can } from "#lib/access/can";
import { getClaim } from "#lib/claims/queries";
import { getDraft } from "#lib/editorial/queries";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { Editing } from "./editing.tsx";
import { Reading } from "./reading.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.draft"))("readTitle") };
}

type Search = { edit?: string; done?: string; against?: string };
type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<Search> };

export default async function DraftPage({ params, searchParams }: Props) {
  const actor = await requireActor("draft.read");
  const draft = await orPageError(getDraft(actor, (await params).draftId));
  const claim = await orPageError(getClaim(actor, draft.claimId));
  const { edit, done, against } = await searchParams;
  const mayWrite = draft.status !== "published" && can(actor, "draft.write", { memberIds: [draft.memberId] });
  if (mayWrite && (draft.status === "writing" || edit === "1")) {
    return <Editing actor={actor} claim={claim} draft={draft} done={done} />;
  }
  return (
    <Reading actor={actor} claim={claim} draft={draft} done={done} against={against} mayWrite={mayWrite} />
  );
}
