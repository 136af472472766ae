import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "#components/audit/audit-page";
import { type EventType, eventTypes } from "#lib/audit/event-types";
import { auditFilterSchema, listEvents } from "#lib/audit/queries";
import { mapMembers, mapPeople } from "#lib/members/queries";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.audit"))("title") };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ type?: string; before?: string }>;
}) {
  const actor = await requireActor("audit.read");
  const { type, before } = await searchParams;
  const { data: filter } = auditFilterSchema.safeParse({ type: type || undefined, before });
  if (!filter) notFound();
  const { items, nextBefore } = await listEvents(actor, filter);
  const strings = items.flatMap(({ data }) =>
    Object.values(data).filter((value) => typeof value === "string"),
  );
  const [people, members] = await Promise.all([
    mapPeople(items.flatMap(({ actorUserId }) => actorUserId ?? [])),
    mapMembers([...items.flatMap(({ actorMemberId }) => actorMemberId ?? []), ...strings]),
  ]);
  return (
    <AuditPage
      types={Object.keys(eventTypes) as EventType[]}
      chosen={filter.type}
      rows={items.map(({ seq, ...event }) => ({ ...event, seq: String(seq) }))}
      names={{ people, members }}
      isFirst={filter.before === undefined}
      nextBefore={nextBefore}
    />
  );
}
