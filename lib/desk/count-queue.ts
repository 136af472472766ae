import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import type { QueueView } from "#lib/claims/schema";
import { type Suspicion, suspicions } from "#lib/intake/suspicion";
import { now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { MANY } from "./many.ts";

/**
 * The views that somebody has to act on, as in `queue-views.ts`, each with an index of its own that holds all it asks for: so
 * counting reads no rows, and ends after `MANY` however many there are.
 */
const counted = (actor: Actor) => {
  const shown = Prisma.sql`(hidden_until IS NULL OR hidden_until <= ${now()}::timestamptz)`;
  return {
    new: Prisma.sql`status = 'received' AND ${shown}`,
    open: shown,
    overdue: Prisma.sql`due_at < ${now()}::timestamptz`,
    answered: Prisma.sql`replied_at IS NOT NULL AND ${shown}`,
    mine: Prisma.sql`decided_by_id = ${actor.userId}::uuid AND ${shown}`,
    snoozed: Prisma.sql`hidden_until > ${now()}::timestamptz`,
  } satisfies Partial<Record<QueueView, Prisma.Sql>>;
};

export type QueueCounts = Record<keyof ReturnType<typeof counted>, number>;

/** How many claims wait in the views that somebody has to act on, at most `MANY` of each. */
export async function countQueue(actor: Actor): Promise<QueueCounts> {
  assertCan(actor, "queue.read");
  const columns = Object.entries(counted(actor)).map(
    ([view, rule]) => Prisma.sql`(SELECT count(*)::int FROM (
      SELECT FROM claims WHERE order_at IS NOT NULL AND ${rule} LIMIT ${MANY}) counted) AS ${Prisma.raw(view)}`,
  );
  const [counts] = await db.$queryRaw<[QueueCounts]>`SELECT ${Prisma.join(columns)}`;
  return counts;
}

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
