import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EvidencePage } from "#components/investigation/evidence-page";
import { loadEvidencePage } from "#lib/desk/load-evidence-page";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.evidence"))("pageTitle") };
}

type Search = { problem?: string | string[]; done?: string };
type Props = { params: Promise<{ evidenceId: string }>; searchParams: Promise<Search> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor("claim.read");
  const data = await orPageError(loadEvidencePage(actor, (await params).evidenceId));
  const { problem, done } = await searchParams;
  return <EvidencePage data={data} problem={[problem].flat()[0]} isDone={done === "1"} />;
}
