import pLimit from "p-limit";
import { now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { outbox, type Sending, type Waiting } from "#lib/platform/outbox";
import { callMailbox, type LetterToOne } from "./call-mailbox.ts";
import { stopUrls } from "./compose-digest.ts";
import { gatherDigests } from "./gather-digests.ts";
import { noteDigestAttempt, noteGone } from "./note-attempt.ts";

type Due = Waiting & { endpointId: string };

/** Letters that the mail server is handed at a time. */
const AT_ONCE = 5;

const digests = outbox<Due>({
  name: "digests",
  columns: Prisma.sql`endpoint_id::text AS "endpointId"`,
  pick: (room) => Prisma.sql`
    SELECT digests.id FROM digests JOIN endpoints ON endpoints.id = endpoint_id
    WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= ${now()} AND paused_at IS NULL AND disabled_at IS NULL
    ORDER BY due_at, digests.id LIMIT ${room}`,
});

/** Sends members by mail what is due; a letter that something newer overtook is not sent, and its rest goes with another. */
export async function sendDigests(): Promise<void> {
  try {
    await gatherDigests();
  } finally {
    await sendGathered();
  }
}

async function sendGathered(): Promise<void> {
  const room = pLimit(AT_ONCE);
  await digests.workOff(async (due): Promise<Sending<Due>[]> => {
    const ids = due.map(({ id }) => id);
    const overtaken = await endOvertaken(ids);
    await digests.end([...overtaken], "outdated");
    const letters = await findLetters(ids);
    return due.flatMap((row): Sending<Due>[] => {
      const letter = letters.get(row.id);
      if (!letter || overtaken.has(row.id)) return [];
      return [{ rows: [row], send: () => room(() => post(row, letter)) }];
    });
  });
}

async function post({ id, endpointId }: Due, letter: LetterToOne): Promise<void> {
  const mailed = await callMailbox(letter);
  await noteDigestAttempt(id, mailed, mailed.outcome === "sent");
  if (mailed.outcome === "sent") return;
  if (mailed.outcome === "no-mailbox") return noteGone(endpointId);
  throw Object.assign(new Error("the mail server did not take it"), {
    code: mailed.error ?? `SMTP-${mailed.status}`,
  });
}

/** The same bytes each time: with the date and the name of the letter, and what was stored of it. */
async function findLetters(ids: readonly string[]): Promise<Map<string, LetterToOne>> {
  const rows = await db.digest.findMany({
    where: { id: { in: [...ids] }, endpoint: { disabledAt: null } },
    select: {
      id: true,
      createdAt: true,
      subject: true,
      text: true,
      html: true,
      endpoint: { select: { id: true, email: true, locale: true } },
    },
  });
  return new Map(
    rows.flatMap(({ id, createdAt: date, endpoint: { id: endpointId, email, locale }, ...words }) =>
      email && locale
        ? [
            [
              id,
              {
                ...words,
                to: email,
                key: id,
                date,
                unsubscribeUrl: stopUrls({ endpointId, locale }).oneClick,
              },
            ],
          ]
        : [],
    ),
  );
}

/** Of these letters, those that bring something that a newer version has overtaken; that is over with them. */
async function endOvertaken(ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE deliveries SET failed_at = coalesce(deliveries.failed_at, ${now()}), failure = 'outdated'
    FROM debunk_versions version JOIN debunks ON debunks.id = debunk_id
    WHERE digest_id = ANY(${[...ids]}::uuid[]) AND version.id = debunk_version_id AND version.number < current_version
      AND deliveries.sent_at IS NULL
    RETURNING digest_id::text AS id`;
  return new Set(rows.map(({ id }) => id));
}
