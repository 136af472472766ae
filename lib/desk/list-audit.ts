import type { Actor } from "#lib/access/actor";
import { type AuditFilter, listEvents } from "#lib/audit/queries";
import { mapMembers, mapPeople } from "#lib/members/queries";

/** A page of the audit log, newest first, with the names of the people and members that it names. */
export async function listAudit(actor: Actor, filter: AuditFilter) {
  const { items, nextBefore } = await listEvents(actor, filter);
  const named = items.flatMap(({ data }) => Object.values(data).filter((fact) => typeof fact === "string"));
  const [people, members] = await Promise.all([
    mapPeople(items.flatMap(({ actorUserId }) => actorUserId ?? [])),
    mapMembers([...items.flatMap(({ actorMemberId }) => actorMemberId ?? []), ...named]),
  ]);
  return {
    rows: items.map(({ seq, ...event }) => ({ ...event, seq: String(seq) })),
    names: { people, members },
    nextBefore,
  };
}

export type AuditLog = Awaited<ReturnType<typeof listAudit>>;
export type AuditRow = AuditLog["rows"][number];
export type AuditNames = AuditLog["names"];
