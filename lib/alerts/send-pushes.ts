import pLimit from "p-limit";
import { can } from "#lib/access/can";
import { mapGrants } from "#lib/access/map-grants";
import { hours, now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { outbox, type Sending, type Waiting } from "#lib/platform/outbox";
import { sendPush } from "#lib/platform/push";
import { composePush } from "./compose-push.ts";
import { openSubscription } from "./subscription.ts";
import { kindOf } from "./vocabulary.ts";

type Due = Waiting & { alertId: string; browserId: string };

const AT_ONCE = 50;
/** What comes later than that wakes nobody any more: it stands in the list. */
const STALE = hours(4);

const pushes = outbox<Due>({
  name: "alert_pushes",
  columns: Prisma.sql`alert_id::text AS "alertId", browser_id::text AS "browserId"`,
});

/** Pushes what is urgent to the browsers of those whom it still concerns. */
export async function sendAlertPushes(): Promise<void> {
  const room = pLimit(AT_ONCE);
  await pushes.workOff(
    async (due): Promise<Sending<Due>[]> =>
      due.map((row) => ({ rows: [row], send: () => room(() => push(row)) })),
  );
}

async function push({ id, alertId, browserId }: Due): Promise<void> {
  const [alert, browser] = await Promise.all([
    db.alert.findUnique({
      where: { id: alertId },
      select: {
        id: true,
        kind: true,
        userId: true,
        memberId: true,
        at: true,
        readAt: true,
        claim: { select: { number: true } },
      },
    }),
    db.alertBrowser.findUnique({
      where: { id: browserId },
      select: { id: true, userId: true, sealed: true, locale: true },
    }),
  ]);
  // Another person may have turned it on in the same browser meanwhile.
  if (!alert || !browser || alert.userId !== browser.userId) return pushes.end([id], "gone");
  const grants = (await mapGrants([alert.userId])).get(alert.userId) ?? [];
  const mayKnow = can({ grants }, kindOf(alert.kind).needs, { memberIds: [alert.memberId] });
  const isLate = now().getTime() - alert.at.getTime() > STALE;
  if (!mayKnow || isLate || alert.readAt) return pushes.end([id], "outdated");
  const subscription = openSubscription(browser);
  const message = composePush(
    { id: alert.id, kind: alert.kind, number: alert.claim?.number ?? null },
    browser.locale,
  );
  if (!subscription || (await sendPush(subscription, message, "high")) === "gone") {
    // Its pushes go with it.
    await db.alertBrowser.deleteMany({ where: { id: browserId } });
    return;
  }
  await db.alertPush.updateMany({ where: { id, failedAt: null }, data: { sentAt: now(), error: null } });
}
