import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Queue, QueueRefused } from "#components/claims/queue";
import { can } from "#lib/access/can";
import { requireActor } from "#lib/access/session";
import { countKeptApart, countQueue, listQueue } from "#lib/claims/list-queue";
import { decodeCursor } from "#lib/platform/cursor";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { settleKeptApartAction } from "./actions.ts";
import { readFilter, type SearchParams } from "./read-filter.ts";

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
