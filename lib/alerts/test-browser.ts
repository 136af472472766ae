import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { counter } from "#lib/platform/counter";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { log } from "#lib/platform/log";
import { sendPush } from "#lib/platform/push";
import { composeTest } from "./compose-push.ts";
import type { NamedBrowser } from "./schema.ts";
import { openSubscription } from "./subscription.ts";

export type TestBrowserOutcome = { ok: true } | { ok: false; reason: "BROWSER_GONE" | "NOT_TAKEN" };

const MOST_A_MINUTE = 5;

/** Sends one of the actor's browsers a message at once, and says whether its push service took it. @throws AppError NOT_FOUND, RATE_LIMITED */
export async function testBrowser(actor: Actor, { browserId }: NamedBrowser): Promise<TestBrowserOutcome> {
  assertCan(actor, "account.manage");
  const browser = await db.alertBrowser.findFirst({
    where: { id: browserId, userId: actor.userId },
    select: { id: true, sealed: true, locale: true },
  });
  if (!browser) throw new AppError("NOT_FOUND");
  const { count, resetSeconds } = await counter("alert tests", 60).add(actor.userId);
  if (count > MOST_A_MINUTE) throw new AppError("RATE_LIMITED", [], { "Retry-After": String(resetSeconds) });
  const subscription = openSubscription(browser);
  try {
    if (subscription && (await sendPush(subscription, composeTest(browser.locale))) === "sent")
      return { ok: true };
  } catch (error) {
    log.warn({ err: error }, "a push service did not take a test");
    return { ok: false, reason: "NOT_TAKEN" };
  }
  await db.alertBrowser.deleteMany({ where: { id: browser.id } });
  return { ok: false, reason: "BROWSER_GONE" };
}
