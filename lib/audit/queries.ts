import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import type { EventType } from "./event-types.ts";

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

/** Which events; what is left out does not matter. Nobody of an empty list has done anything. */
export type EventFilter = {
  type?: EventType | undefined;
  actorUserIds?: readonly string[] | undefined;
  claimId?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  /** The number of the last event of the page before. */
  before?: bigint | undefined;
};

/** The audit log, newest first: so many events behind a number. */
export function listEvents(actor: Actor, filter: EventFilter, take: number) {
  assertCan(actor, "audit.read");
  const { type, actorUserIds, claimId, from, until, before } = filter;
  return db.event.findMany({
    where: {
      ...(type && { type }),
      ...(actorUserIds && { actorUserId: { in: [...actorUserIds] } }),
      ...(claimId && { claimId }),
      ...((from || until) && { at: { ...(from && { gte: from }), ...(until && { lt: until }) } }),
      ...(before !== undefined && { seq: { lt: before } }),
    },
    orderBy: { seq: "desc" },
    take,
    select: { seq: true, claimId: true, ...eventSelect },
  });
}
