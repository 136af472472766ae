import type { Actor } from "#lib/access/actor";
import { type AuditFilter, listEvents } from "#lib/audit/queries";
import { mapMembers, mapPeople } from "#lib/members/queries";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";

/** A page of the audit log, newest first, with the names of all that its facts are codes of. */
export async function listAudit(actor: Actor, filter: AuditFilter) {
  const { items, nextBefore } = await listEvents(actor, filter);
  const named = items.flatMap(({ data }) => Object.values(data).filter((fact) => typeof fact === "string"));
  const [people, members, topics, divisions] = await Promise.all([
    mapPeople(items.flatMap(({ actorUserId }) => actorUserId ?? [])),
    mapMembers([...items.flatMap(({ actorMemberId }) => actorMemberId ?? []), ...named]),
    listTopics(),
    listDivisions(),
  ]);
  return {
    rows: items.map(({ seq, ...event }) => ({ ...event, seq: String(seq) })),
    names: {
      people,
      members,
      topics: new Map(topics.map(({ id, zh, en }) => [id, { zh, en }])),
      divisions: new Map(divisions.map(({ code, zh, en }) => [code, { zh, en }])),
    },
    nextBefore,
  };
}

export type AuditLog = Awaited<ReturnType<typeof listAudit>>;
export type AuditRow = AuditLog["rows"][number];
export type AuditNames = AuditLog["names"];
