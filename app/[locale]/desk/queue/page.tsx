import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Queue, QueueRefused } from "#components/claims/queue";
import { can } from "#lib/access/can";
import { countKeptApart, countQueue, listQueue } from "#lib/desk/list-queue";
import { readFilter, type SearchParams } from "#lib/desk/read-filter";
import { decodeCursor } from "#lib/platform/cursor";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { requireActor } from "#lib/web/next/session";
import { settleKeptApartAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.queue"))("title") };
}

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor("queue.read");
  const [filter, topics, divisions] = await Promise.all([
    readFilter(searchParams),
    listTopics(),
    listDivisions(),
  ]);
  const isKnown =
    filter !== null &&
    (!filter.cursor || decodeCursor(filter.cursor) !== null) &&
    (!filter.topic || topics.some(({ id }) => id === filter.topic)) &&
    (!filter.division || divisions.some(({ code }) => code === filter.division));
  if (!isKnown) return <QueueRefused />;
  const [page, counts, keptApart, t] = await Promise.all([
    listQueue(actor, filter),
    countQueue(actor),
    countKeptApart(actor),
    getTranslations({ locale: "zh-CN", namespace: "desk.close.texts" }),
  ]);
  const shown = { filter, page, counts, keptApart, topics, divisions };
  const closingText = can(actor, "claim.release") ? t("too-vague") : null;
  return <Queue {...shown} settleAction={settleKeptApartAction} closingText={closingText} />;
}
