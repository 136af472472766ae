import pLimit from "p-limit";
import { defaultLocale } from "#lib/i18n/locale";
import type { Verdict } from "#lib/investigation/vocabulary";
import { dayOf, now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { sendMail } from "#lib/platform/mail";
import { outbox, type Sending, type Waiting } from "#lib/platform/outbox";
import { composeReminder } from "./compose-reminder.ts";
import { findContacts } from "./find-contacts.ts";
import { recalledAdoptions, silentDeliveries } from "./silent-rows.ts";

type Due = Waiting & { memberId: string; day: string };

const AT_ONCE = 5;

const reminders = outbox<Due>({
  name: "reminders",
  columns: Prisma.sql`member_id AS "memberId", day::text AS day`,
});

/** Sends the reminders of today. What could not leave on its day is overtaken by the next, which tells everything again. */
export async function sendReminders(): Promise<void> {
  const room = pLimit(AT_ONCE);
  await reminders.workOff(async (due): Promise<Sending<Due>[]> => {
    const today = dayOf(now());
    const late = due.filter(({ day }) => day !== today).map(({ id }) => id);
    const contactsOf = await findContacts(due.map(({ memberId }) => memberId));
    const toOf = ({ memberId }: Due) => contactsOf(memberId).map(({ email }) => email);
    const alone = due.filter((row) => row.day === today && toOf(row).length === 0).map(({ id }) => id);
    await reminders.end(late, "outdated");
    await reminders.end(alone, "gone");
    return due
      .filter((row) => row.day === today && toOf(row).length > 0)
      .map((row) => ({ rows: [row], send: () => room(() => remind(row, toOf(row))) }));
  });
}

async function remind({ id, memberId, day }: Due, to: readonly string[]): Promise<void> {
  const at = now();
  const waiting = await readWaiting(memberId);
  // Midnight has passed, or everything has been done meanwhile.
  if (dayOf(at) !== day || (waiting.silent.length === 0 && waiting.outdated.length === 0))
    return reminders.end([id], "outdated");
  const { outcome } = await sendMail({ ...composeReminder(waiting, defaultLocale), to, key: id });
  if (outcome !== "sent") return reminders.end([id], "refused");
  await db.reminder.updateMany({ where: { id, failedAt: null }, data: { sentAt: at, error: null } });
}

type Silent = { title: string; titleEn: string | null; verdict: Verdict; version: number; publishedAt: Date };
type Outdated = {
  title: string;
  titleEn: string | null;
  url: string;
  shown: number;
  version: number;
  isRetraction: boolean;
};

async function readWaiting(memberId: string) {
  const [member, silent, outdated] = await Promise.all([
    db.member.findUniqueOrThrow({ where: { id: memberId }, select: { zh: true, en: true } }),
    db.$queryRaw<Silent[]>`
      SELECT title, title_en AS "titleEn", verdict, current_version AS version, laid_at AS "publishedAt"
      FROM (${silentDeliveries()}) waiting JOIN debunks ON debunks.id = debunk_id
      WHERE member_id = ${memberId} ORDER BY laid_at DESC, debunks.id DESC`,
    db.$queryRaw<Outdated[]>`
      SELECT title, title_en AS "titleEn", url, version AS shown, current_version AS version, is_retraction AS "isRetraction"
      FROM (${recalledAdoptions()}) recalled JOIN adoptions ON adoptions.id = recalled.id
        JOIN debunks ON debunks.id = recalled.debunk_id
      WHERE recalled.member_id = ${memberId} ORDER BY changed_at DESC, url`,
  ]);
  return { member, silent, outdated };
}
