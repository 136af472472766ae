import type { Actor } from "#lib/access/actor";
import { assertCan, can } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { isMailOn } from "#lib/platform/mail";
import { pushKeys } from "#lib/platform/push-key";
import { alertKinds, defaultSettings, isPushed, kindOf } from "./vocabulary.ts";

/** How the actor is told of what concerns them: by letter, and in which browsers at once. */
export async function loadAlertSettings(actor: Actor) {
  assertCan(actor, "account.manage");
  const { userId } = actor;
  const [settings, browsers] = await Promise.all([
    db.alertSettings.findUnique({ where: { userId }, select: { digest: true, hour: true } }),
    db.alertBrowser.findMany({
      where: { userId },
      orderBy: { createdAt: "desc" },
      select: { id: true, name: true, createdAt: true },
    }),
  ]);
  return {
    ...(settings ?? defaultSettings),
    browsers,
    hasMail: isMailOn(),
    /** Whether anything can ever be pushed to somebody with these roles. */
    isTold: alertKinds.some((kind) => isPushed(kind, "P0") && can(actor, kindOf(kind).needs)),
    pushKey: pushKeys().publicKey,
  };
}

export type LoadedAlertSettings = Awaited<ReturnType<typeof loadAlertSettings>>;
