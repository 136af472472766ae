import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { type EventFilter, listEvents } from "#lib/audit/queries";
import { findPeople, mapMembers, mapPeople } from "#lib/members/queries";
import { days, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import type { AuditFilter } from "./audit-filter.ts";

const PAGE = 50;

/**
 * A page of the audit log, newest first, with the names of all that its facts are codes of. A person or a claim that there
 * is not has done nothing.
 */
export async function listAudit(actor: Actor, filter: AuditFilter, size = PAGE) {
  assertCan(actor, "audit.read");
  const asked = await readFilter(filter);
  const found = asked ? await listEvents(actor, asked, size + 1) : [];
  const items = found.slice(0, size);
  const named = items.flatMap(({ data }) => Object.values(data).filter((fact) => typeof fact === "string"));
  const [people, members, topics, divisions, claims] = await Promise.all([
    mapPeople(items.flatMap(({ actorUserId }) => actorUserId ?? [])),
    mapMembers([...items.flatMap(({ actorMemberId }) => actorMemberId ?? []), ...named]),
    listTopics(),
    listDivisions(),
    db.claim.findMany({
      where: { id: { in: [...new Set(items.flatMap(({ claimId }) => claimId ?? []))] } },
      select: { id: true, number: true },
    }),
  ]);
  const numbers = new Map(claims.map(({ id, number }) => [id, number]));
  return {
    rows: items.map(({ seq, claimId, ...event }) => ({
      ...event,
      seq: String(seq),
      claim: claimId === null ? null : { id: claimId, number: numbers.get(claimId) ?? null },
    })),
    names: {
      people,
      members,
      topics: new Map(topics.map(({ id, zh, en }) => [id, { zh, en }])),
      divisions: new Map(divisions.map(({ code, zh, en }) => [code, { zh, en }])),
    },
    nextBefore: found.length > size ? String(items.at(-1)?.seq) : null,
  };
}

/** What a filter means to the log; null where it names a claim that there is not. */
async function readFilter({
  type,
  person,
  claim,
  from,
  to,
  before,
}: AuditFilter): Promise<EventFilter | null> {
  const [named, about] = await Promise.all([
    person ? findPeople(person) : undefined,
    claim ? db.claim.findUnique({ where: { number: claim }, select: { id: true } }) : undefined,
  ]);
  if (about === null) return null;
  return {
    type,
    actorUserIds: named,
    claimId: about?.id,
    from: from ? startOfDay(from) : undefined,
    until: to ? new Date(startOfDay(to).getTime() + days(1)) : undefined,
    before: before === undefined ? undefined : BigInt(before),
  };
}

export type AuditLog = Awaited<ReturnType<typeof listAudit>>;
export type AuditRow = AuditLog["rows"][number];
export type AuditNames = AuditLog["names"];
