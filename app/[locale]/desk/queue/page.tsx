import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Queue, QueueRefused } from "#components/claims/queue";
import { loadQueuePage } from "#lib/desk/load-queue-page";
import { readFilter, type SearchParams } from "#lib/desk/read-filter";
import { livePosition } from "#lib/web/live/page-facts";
import { requireActor } from "#lib/web/next/session";
import { undoManyAction } from "../actions.ts";
import { decideManyAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.queue"))("title") };
}

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor("queue.read");
  const [since, filter] = [livePosition(), await readFilter(searchParams)];
  const data = filter && (await loadQueuePage(actor, filter, await getLocale()));
  return data ? (
    <Queue {...data} since={since} decideAction={decideManyAction} undoAction={undoManyAction} />
  ) : (
    <QueueRefused />
  );
}
