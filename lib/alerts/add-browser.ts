import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { isPushEndpoint } from "#lib/platform/push";
import { seal } from "#lib/platform/sealed-box";
import { keyedHash } from "#lib/platform/secrets";
import type { AddBrowser } from "./schema.ts";
import { BROWSER } from "./subscription.ts";

export type AddBrowserOutcome = { ok: true } | { ok: false; reason: "NOT_POSSIBLE" | "TOO_MANY" };

/** Room for all devices of a person. */
const MOST = 10;

/** Has the actor told of what is urgent in this browser, and whoever turned it on there before no longer. */
export async function addBrowser(
  actor: Actor,
  { subscription, name, locale }: AddBrowser,
): Promise<AddBrowserOutcome> {
  assertCan(actor, "account.manage");
  if (!isPushEndpoint(subscription.endpoint)) return { ok: false, reason: "NOT_POSSIBLE" };
  const endpointHash = Uint8Array.from(keyedHash("address", subscription.endpoint));
  return db.$transaction(async (tx): Promise<AddBrowserOutcome> => {
    // Under the person's own row, so that two tabs at once do not make one too many.
    await tx.$queryRaw`SELECT FROM users WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
    await tx.alertBrowser.deleteMany({ where: { endpointHash } });
    if ((await tx.alertBrowser.count({ where: { userId: actor.userId } })) >= MOST)
      return { ok: false, reason: "TOO_MANY" };
    const id = newId();
    const sealed = Uint8Array.from(seal(BROWSER, id, JSON.stringify(subscription)));
    await tx.alertBrowser.createMany({
      data: [{ id, userId: actor.userId, name, sealed, endpointHash, locale, createdAt: now() }],
      skipDuplicates: true,
    });
    return { ok: true };
  });
}
