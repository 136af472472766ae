import type { Actor } from "#lib/access/actor";
import { assertCan, canEverywhere } from "#lib/access/can";
import type { EventData, EventType } from "#lib/audit/event-types";
import { type Page, pageOf, placeOf } from "#lib/platform/cursor";
import { db, Prisma } from "#lib/platform/db";
import type { AlertFilter } from "./schema.ts";
import { holdsClaim, visibleTo } from "./visible.ts";
import type { AlertKind } from "./vocabulary.ts";

const PAGE = 30;
/** More than this is not counted: "99+". */
const MOST_COUNTED = 100;

/** How many alerts somebody has not read, at most a hundred. */
export async function countUnread(actor: Pick<Actor, "userId" | "grants">): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM alerts WHERE read_at IS NULL AND ${visibleTo(actor)} LIMIT ${MOST_COUNTED}) unread`;
  return row?.count ?? 0;
}

export type AlertRow = {
  id: string;
  kind: AlertKind;
  /** When it was told, and when what it tells of happened. */
  at: Date;
  eventAt: Date;
  readAt: Date | null;
  type: EventType;
  data: EventData;
  subjectId: string;
  claimId: string | null;
  number: number | null;
  /** Only for whoever may read the claim. */
  wording: string | null;
};

const select = (actor: Pick<Actor, "grants">): Prisma.Sql => Prisma.sql`
  SELECT alerts.id::text, kind, alerts.at, events.at AS "eventAt", read_at AS "readAt", events.type, events.data,
    events.subject_id AS "subjectId", alerts.claim_id::text AS "claimId", claims.number,
    CASE WHEN ${canEverywhere(actor, "claim.read") ? Prisma.sql`true` : holdsClaim(actor)} THEN claims.wording END AS wording
  FROM alerts JOIN events ON events.id = event_id LEFT JOIN claims ON claims.id = alerts.claim_id`;

/** A person's own alerts, the newest first, or those that they have not read. */
export async function listAlerts(actor: Actor, { show, cursor }: AlertFilter): Promise<Page<AlertRow>> {
  assertCan(actor, "account.manage");
  const from = cursor ? placeOf(cursor) : null;
  const behind = from
    ? Prisma.sql`AND (alerts.at, alerts.id) < (${from.at}, ${from.id}::uuid)`
    : Prisma.empty;
  return pageOf(
    "at",
    { limit: PAGE },
    (limit) => db.$queryRaw<AlertRow[]>`
    ${select(actor)} WHERE ${visibleTo(actor)} ${show === "unread" ? Prisma.sql`AND read_at IS NULL` : Prisma.empty} ${behind}
    ORDER BY alerts.at DESC, alerts.id DESC LIMIT ${limit}`,
  );
}

/** One alert of a person; null when it is not theirs, or not theirs to see any more. */
export async function findAlert(actor: Actor, id: string): Promise<AlertRow | null> {
  const [row] = await db.$queryRaw<AlertRow[]>`
    ${select(actor)} WHERE alerts.id = ${id}::uuid AND ${visibleTo(actor)}`;
  return row ?? null;
}

/** What somebody has not read and no letter has told them of: the newest of it, and how much there is. */
export async function listUnmailed(
  actor: Pick<Actor, "userId" | "grants">,
  most: number,
): Promise<{ rows: AlertRow[]; count: number }> {
  const where = Prisma.sql`read_at IS NULL AND mailed_at IS NULL AND ${visibleTo(actor)}`;
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<AlertRow[]>`
      ${select(actor)} WHERE ${where} ORDER BY alerts.at DESC, alerts.id DESC LIMIT ${most}`,
    db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM alerts WHERE ${where}`,
  ]);
  return { rows, count: counted?.count ?? 0 };
}
