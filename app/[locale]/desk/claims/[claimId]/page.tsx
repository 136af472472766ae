import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ClaimActions } from "#components/claims/claim-actions.ts";
import { ClaimDesk } from "#components/claims/claim-desk";
import { findByNumber } from "#lib/desk/find-by-number";
import { loadClaimPage } from "#lib/desk/load-claim-page";
import { readFilter, type SearchParams } from "#lib/desk/read-filter";
import { isId } from "#lib/platform/id";
import { livePosition } from "#lib/web/live/page-facts";
import { redirect } from "#lib/web/next/navigation";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { undoDecisionAction } from "../../actions.ts";
import * as actions from "./actions.ts";

const decisions: ClaimActions = { ...actions, undoAction: undoDecisionAction };

type Props = { params: Promise<{ claimId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.claim"))("title") };
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const actor = await requireActor("claim.read");
  const { claimId } = await params;
  if (!isId(claimId)) {
    const id = (await findByNumber(actor, claimId)) ?? notFound();
    redirect({ href: `/desk/claims/${id}`, locale: await getLocale() });
  }
  const [since, filter] = [livePosition(), await readFilter(searchParams)];
  const data = await orPageError(loadClaimPage(actor, claimId, filter));
  return <ClaimDesk data={data} actions={decisions} since={since} />;
}
