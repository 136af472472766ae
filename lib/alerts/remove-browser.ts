import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import type { NamedBrowser } from "./schema.ts";

/** Ends what is pushed to one of the actor's browsers, wherever they are just now. @throws AppError NOT_FOUND */
export async function removeBrowser(actor: Actor, { browserId }: NamedBrowser): Promise<{ ok: true }> {
  assertCan(actor, "account.manage");
  const { count } = await db.alertBrowser.deleteMany({ where: { id: browserId, userId: actor.userId } });
  if (count === 0) throw new AppError("NOT_FOUND");
  return { ok: true };
}
