import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LabelAnswers } from "#components/coverage/label-answers";
import { NoticeCoverage } from "#components/coverage/notice-coverage";
import { RecallForm, RemindForm } from "#components/coverage/remind-forms";
import { can } from "#lib/access/can";
import { countByPrefecture, listCovered, loadCovered } from "#lib/distribution/coverage/load-coverage";
import { coverageFilterSchema } from "#lib/distribution/coverage/schema";
import { listLabelAnswers } from "#lib/distribution/list-label-answers";
import { listDivisions } from "#lib/reference/divisions";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { recallOlderAction, remindNowAction } from "../actions.ts";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<object> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coverage"))("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor("coverage.read");
  const { data: filter } = coverageFilterSchema.safeParse(await searchParams);
  if (!filter) notFound();
  const notice = await orPageError(loadCovered(actor, (await params).slug));
  const [tiles, page, labels, divisions] = await Promise.all([
    countByPrefecture(actor, notice.id),
    listCovered(actor, notice.id, filter),
    listLabelAnswers(actor, notice.id),
    listDivisions(),
  ]);
  const mayRemind = can(actor, "coverage.remind");
  return (
    <NoticeCoverage
      {...{ notice, filter, tiles, page, divisions }}
      remind={mayRemind ? <RemindForm action={remindNowAction} debunkId={notice.id} /> : null}
      recall={mayRemind ? <RecallForm action={recallOlderAction} debunkId={notice.id} /> : null}
    >
      <LabelAnswers labels={labels} />
    </NoticeCoverage>
  );
}
