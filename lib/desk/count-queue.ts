import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import type { QueueView } from "#lib/claims/schema";
import { type Suspicion, suspicions } from "#lib/intake/suspicion";
import { db, type Prisma } from "#lib/platform/db";
import { MANY } from "./many.ts";
import { viewOf } from "./queue-views.ts";

const counted = [
  "new",
  "open",
  "overdue",
  "answered",
  "mine",
  "snoozed",
] as const satisfies readonly QueueView[];
export type QueueCounts = Record<(typeof counted)[number], number>;

/** How many claims wait in the views that somebody has to act on, at most `MANY` of each. */
export async function countQueue(actor: Actor): Promise<QueueCounts> {
  assertCan(actor, "queue.read");
  const counts = await Promise.all(counted.map((view) => countSome(viewOf(actor, view))));
  return Object.fromEntries(counted.map((view, at) => [view, counts[at]])) as QueueCounts;
}

/** Counts no further than there is something to say. */
const countSome = (where: Prisma.ClaimWhereInput): Promise<number> => db.claim.count({ where, take: MANY });

/** What detectors keep apart: one line for the desk, however much it is. */
export type KeptApart = {
  claims: number;
  reports: number;
  /** Whether all of it was counted. */
  isWhole: boolean;
  reasons: { suspicion: Suspicion; claims: number }[];
};

/** Counts what is kept apart, for each reason at most `MANY` claims. */
export async function countKeptApart(actor: Actor): Promise<KeptApart> {
  assertCan(actor, "queue.read");
  const groups = await db.$queryRaw<{ suspicion: Suspicion; claims: number; reports: number }[]>`
    SELECT suspicion, count(*)::int AS claims, coalesce(sum(report_count), 0)::int AS reports
    FROM unnest(${[...suspicions]}::text[]) AS reason (suspicion)
    CROSS JOIN LATERAL (
      SELECT report_count FROM claims WHERE claims.suspicion = reason.suspicion LIMIT ${MANY}) kept
    GROUP BY suspicion ORDER BY claims DESC, suspicion`;
  const sum = (of: "claims" | "reports") => groups.reduce((total, group) => total + group[of], 0);
  return {
    claims: sum("claims"),
    reports: sum("reports"),
    isWhole: groups.every(({ claims }) => claims < MANY),
    reasons: groups.map(({ suspicion, claims }) => ({ suspicion, claims })),
  };
}
