import { absolute } from "#lib/i18n/absolute";
import { apiHref, confirmHref, unsubscribeHref } from "#lib/i18n/addresses";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { sendMail } from "#lib/platform/mail";
import type { Failure } from "#lib/platform/outbox";
import { type PushSubscription, sendPush } from "#lib/platform/push";
import { signId } from "#lib/platform/signed-id";
import { describeNews, type News } from "#lib/publishing/describe-news";
import { CONFIRM, UNSUBSCRIBE } from "./address.ts";
import { composeConfirmation, composeNews, headline } from "./compose-letter.ts";
import { type Due, isConfirmation } from "./due.ts";
import type { Told } from "./find-addresses.ts";
import type { Composed } from "./lay-out-letter.ts";
import { publicNameOf } from "./public-name.ts";
import { forgetRefusal, isRefused, noteRefusal } from "./refused-address.ts";

/** After a letter, what comes within this time waits and goes out together. */
const GATHERED = hours(1);

/** Tells one address everything that is due for it. @throws when it can be tried again later */
export async function tellAddress(told: Told): Promise<void> {
  for (const row of told.rows.filter(isConfirmation)) await askToConfirm(told, row);
  const rows = told.rows.filter((row) => !isConfirmation(row));
  const { news, fresh } = await newsOf(rows);
  await mark(told, stale(rows, fresh), "outdated");
  if (fresh.length === 0) return;
  if (told.kind === "push") return push(told, news, fresh);
  if (await isRefused(told.addressHash, told.givenAt)) return mark(told, fresh, "refused");
  const last = await lastLetter(told);
  if (last) return postpone(fresh, after(last, GATHERED));
  await post(told, fresh, (stopUrl) => composeNews(news, told.locale, stopUrl));
}

/** Several events of one notice are one piece of news: the latest, which names the notice as it stands. */
async function newsOf(rows: readonly Due[]): Promise<{ news: News[]; fresh: Due[] }> {
  const found = new Map<string, News>();
  const fresh: Due[] = [];
  // Ids of events sort by time.
  for (const row of rows.toSorted((a, b) => a.eventId.localeCompare(b.eventId))) {
    const news = await describeNews(row.eventId);
    if (!news) continue;
    fresh.push(row);
    found.set(
      "notice" in news ? news.notice.slug : news.kind === "question" ? "question" : row.eventId,
      news,
    );
  }
  return { news: [...found.values()], fresh };
}

const stale = (rows: readonly Due[], fresh: readonly Due[]) => rows.filter((row) => !fresh.includes(row));

async function askToConfirm(told: Told, row: Due): Promise<void> {
  const follower = await db.follower.findUnique({
    where: { id: row.recipientId },
    select: {
      confirmedAt: true,
      claim: { select: { status: true, wording: true, debunk: { select: { title: true } } } },
    },
  });
  if (!follower || follower.confirmedAt) return mark(told, [row], "gone");
  const title = publicNameOf(follower.claim);
  const path = confirmHref(signId(CONFIRM, row.recipientId));
  await post(told, [row], (stopUrl) => composeConfirmation(path, title, told.locale, stopUrl));
}

async function post(told: Told, rows: readonly Due[], compose: (stopUrl: string) => Composed): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const token = signId(UNSUBSCRIBE, first.recipientId);
  const page = absolute(unsubscribeHref(token), told.locale);
  const { outcome } = await sendMail({
    ...compose(page),
    to: told.address,
    key: rows.map(({ id }) => id).toSorted()[0] ?? first.id,
    unsubscribeUrl: absolute(apiHref("/unsubscribe", { token })),
  });
  if (outcome === "no-mailbox") await noteRefusal(told.addressHash);
  if (outcome === "sent") await forgetRefusal(db, told.addressHash);
  await mark(told, rows, outcome === "sent" ? "sent" : "refused");
}

async function push(told: Told, news: readonly News[], rows: readonly Due[]): Promise<void> {
  const subscription = JSON.parse(told.address) as PushSubscription;
  for (const one of news) {
    if ((await sendPush(subscription, headline(one, told.locale))) === "sent") continue;
    await db.follower.deleteMany({ where: { addressHash: told.addressHash } });
    return mark(told, rows, "gone");
  }
  await mark(told, rows, "sent");
}

async function lastLetter({ addressHash }: Told): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ last: Date | null }[]>`
    SELECT max(sent_at) AS last FROM notifications
    WHERE address_hash = ${addressHash} AND sent_at > ${after(now(), -GATHERED)} AND event_id <> recipient_id`;
  return row?.last ?? null;
}

/** It waits for company. */
async function postpone(rows: readonly Due[], dueAt: Date): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await db.notification.updateMany({ where: { id: { in: ids } }, data: { dueAt } });
}

async function mark({ addressHash }: Told, rows: readonly Due[], as: "sent" | Failure): Promise<void> {
  const end = as === "sent" ? { sentAt: now() } : { failedAt: now(), failure: as };
  const ids = rows.map(({ id }) => id);
  await db.notification.updateMany({ where: { id: { in: ids } }, data: { ...end, addressHash } });
}
