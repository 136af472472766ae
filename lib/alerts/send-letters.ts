import pLimit from "p-limit";
import { mapGrants } from "#lib/access/map-grants";
import { defaultLocale } from "#lib/i18n/locale";
import { now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { sendMail } from "#lib/platform/mail";
import { outbox, type Sending, type Waiting } from "#lib/platform/outbox";
import { composeAlerts, MOST_LINES } from "./compose-letter.ts";
import { listUnmailed } from "./queries.ts";

type Due = Waiting & { userId: string };

const AT_ONCE = 5;

const letters = outbox<Due>({ name: "alert_letters", columns: Prisma.sql`user_id::text AS "userId"` });

/** Sends people what they have not read, as it is when it is sent: nothing to whoever has read everything meanwhile. */
export async function sendAlertLetters(): Promise<void> {
  const room = pLimit(AT_ONCE);
  await letters.workOff(
    async (due): Promise<Sending<Due>[]> =>
      due.map((row) => ({ rows: [row], send: () => room(() => post(row)) })),
  );
}

/** Sent again after a crash it has the same name, so that mail programs show it once. */
async function post({ id, userId }: Due): Promise<void> {
  const [person, grants] = await Promise.all([
    db.user.findUnique({
      where: { id: userId },
      select: { email: true, removedAt: true, alertSettings: { select: { digest: true, locale: true } } },
    }),
    mapGrants([userId]),
  ]);
  if (!person || person.removedAt || person.alertSettings?.digest === "off") return letters.end([id], "gone");
  const before = now();
  const { rows, count } = await listUnmailed({ userId, grants: grants.get(userId) ?? [] }, MOST_LINES);
  if (count === 0) return end(id, userId, before, { failedAt: before, failure: "outdated" });
  const { outcome } = await sendMail({
    ...composeAlerts({ rows, count }, person.alertSettings?.locale ?? defaultLocale),
    to: person.email,
    key: id,
  });
  if (outcome !== "sent") return letters.end([id], "refused");
  await end(id, userId, before, { sentAt: now(), error: null });
}

/** What was there is told with the letter, or not any more theirs to be told: no other letter tells it. */
async function end(
  id: string,
  userId: string,
  before: Date,
  as: Prisma.AlertLetterUpdateManyMutationInput,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.alertLetter.updateMany({ where: { id, sentAt: null, failedAt: null }, data: as });
    await tx.alert.updateMany({
      where: { userId, readAt: null, mailedAt: null, at: { lte: before } },
      data: { mailedAt: now() },
    });
  });
}
