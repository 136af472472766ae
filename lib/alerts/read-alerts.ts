import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { findAlert } from "./queries.ts";
import type { ReadAlert, ReadAlerts } from "./schema.ts";

export type ReadOutcome = { ok: true };

/** Marks one alert as read, without opening what it is about. @throws AppError NOT_FOUND */
export async function readAlert(actor: Actor, { alertId }: ReadAlert): Promise<ReadOutcome> {
  assertCan(actor, "account.manage");
  if (!(await findAlert(actor, alertId))) throw new AppError("NOT_FOUND");
  await markRead(actor, [alertId]);
  return { ok: true };
}

/** Marks as read what was there when the page was made: everything up to its newest alert. @throws AppError NOT_FOUND */
export async function readAlerts(actor: Actor, { upTo }: ReadAlerts): Promise<ReadOutcome> {
  assertCan(actor, "account.manage");
  const newest = await findAlert(actor, upTo);
  if (!newest) throw new AppError("NOT_FOUND");
  const { at, id } = newest;
  await db.alert.updateMany({
    where: {
      userId: actor.userId,
      readAt: null,
      at: { lte: at },
      OR: [{ at: { lt: at } }, { id: { lte: id } }],
    },
    data: { readAt: now() },
  });
  return { ok: true };
}

/** Only the first time counts. */
export async function markRead({ userId }: Pick<Actor, "userId">, ids: readonly string[]): Promise<void> {
  await db.alert.updateMany({
    where: { id: { in: [...ids] }, userId, readAt: null },
    data: { readAt: now() },
  });
}
