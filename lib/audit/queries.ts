import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { z } from "#lib/platform/validation";
import { type EventType, eventTypes } from "./event-types.ts";

/** What happened, when, by whom and why. */
export const eventSelect = {
  id: true,
  type: true,
  at: true,
  actorKind: true,
  actorUserId: true,
  actorRole: true,
  actorMemberId: true,
  subjectId: true,
  reason: true,
  data: true,
} as const;

const GIVEN_UP = 100;

/** What the system was to do after an event and has given up, the latest first, and how much there is of it. */
export async function listGivenUp(actor: Actor) {
  assertCan(actor, "reaction.list");
  const [rows, count] = await Promise.all([
    db.reactionRun.findMany({
      where: givenUp,
      orderBy: { gaveUpAt: "desc" },
      take: GIVEN_UP,
      select: {
        eventId: true,
        reaction: true,
        attempts: true,
        error: true,
        gaveUpAt: true,
        event: { select: { type: true, at: true, claimId: true } },
      },
    }),
    countGivenUp(),
  ]);
  return { rows, count };
}

const givenUp = { gaveUpAt: { not: null } };

export const countGivenUp = () => db.reactionRun.count({ where: givenUp });

export type GivenUp = Awaited<ReturnType<typeof listGivenUp>>["rows"][number];

const PAGE = 50;

export const auditFilterSchema = z.object({
  type: z.enum(Object.keys(eventTypes) as [EventType, ...EventType[]]).optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** The audit log, newest first; `before` is the number of the last row of the page before. */
export async function listEvents(actor: Actor, filter: AuditFilter) {
  assertCan(actor, "audit.read");
  const before = filter.before === undefined ? undefined : BigInt(filter.before);
  const rows = await db.event.findMany({
    where: {
      ...(filter.type && { type: filter.type }),
      ...(before !== undefined && { seq: { lt: before } }),
    },
    orderBy: { seq: "desc" },
    take: PAGE + 1,
    select: { seq: true, claimId: true, ...eventSelect },
  });
  const items = rows.slice(0, PAGE);
  return { items, nextBefore: rows.length > PAGE ? String(items.at(-1)?.seq) : null };
}
