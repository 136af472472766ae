import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import type { AlertSettings } from "./schema.ts";

/** Keeps how the actor wants to be written to, and in which language. */
export async function saveAlertSettings(actor: Actor, settings: AlertSettings): Promise<{ ok: true }> {
  assertCan(actor, "account.manage");
  const { userId } = actor;
  await db.alertSettings.upsert({ where: { userId }, create: { userId, ...settings }, update: settings });
  return { ok: true };
}
