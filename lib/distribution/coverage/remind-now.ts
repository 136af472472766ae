import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Prisma } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { isMailOn } from "#lib/platform/mail";
import { makeReminders, type Reminded } from "./make-reminders.ts";
import type { CoveredNotice } from "./schema.ts";
import { outdatedAdoptions, remindedSince, silentDeliveries } from "./silent-rows.ts";

type Refused<Reason extends string> = { ok: false; reason: Reason };
type Either = ({ ok: true } & Reminded) | Refused<"NO_MAIL" | "ALREADY_TODAY" | "UNREACHABLE">;
export type RemindNowOutcome = Either | Refused<"TOO_OLD" | "NOBODY_SILENT">;
export type RecallOutcome = Either | Refused<"NOBODY_OLDER">;

/** Has those reminded at once who are silent about a notice; each is told of everything, and at most once a day. */
export async function remindNow(actor: Actor, { debunkId }: CoveredNotice): Promise<RemindNowOutcome> {
  const by = assertCan(actor, "coverage.remind");
  const { slug, claimId, current } = await loadNotice(debunkId);
  if (!isMailOn()) return { ok: false, reason: "NO_MAIL" };
  if (current.publishedAt <= remindedSince()) return { ok: false, reason: "TOO_OLD" };
  const silent = await membersOf(debunkId, silentDeliveries());
  if (silent.length === 0) return { ok: false, reason: "NOBODY_SILENT" };
  const reminded = await makeReminders(silent, by.userId);
  const data = { slug, ...reminded };
  await db.$transaction((tx) =>
    recordEvent(tx, { type: "coverage.reminded", actor: by, subjectId: debunkId, claimId, data }),
  );
  return outcomeOf(reminded);
}

/**
 * Asks those who still show an older version of a notice to replace it: in the letter of today, or, where that has left, in the
 * next.
 */
export async function recallOlder(actor: Actor, { debunkId }: CoveredNotice): Promise<RecallOutcome> {
  const by = assertCan(actor, "coverage.remind");
  const { slug, claimId, current } = await loadNotice(debunkId);
  if (!isMailOn()) return { ok: false, reason: "NO_MAIL" };
  const outdated = await membersOf(debunkId, outdatedAdoptions);
  if (outdated.length === 0) return { ok: false, reason: "NOBODY_OLDER" };
  const version = current.number;
  await db.$transaction(async (tx) => {
    await tx.recall.create({ data: { id: newId(), debunkId, version, at: now(), byId: by.userId } });
    const data = { slug, version, members: outdated.length };
    await recordEvent(tx, { type: "coverage.recalled", actor: by, subjectId: debunkId, claimId, data });
  });
  return outcomeOf(await makeReminders(outdated, by.userId));
}

function outcomeOf(reminded: Reminded): Either {
  if (reminded.reminded > 0) return { ok: true, ...reminded };
  return { ok: false, reason: reminded.already > 0 ? "ALREADY_TODAY" : "UNREACHABLE" };
}

async function loadNotice(debunkId: string) {
  const debunk = await db.debunk.findUnique({
    where: { id: debunkId },
    select: {
      slug: true,
      claimId: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, publishedAt: true } },
    },
  });
  const [current] = debunk?.versions ?? [];
  if (!debunk || !current) throw new AppError("NOT_FOUND");
  return { ...debunk, current };
}

async function membersOf(debunkId: string, rows: Prisma.Sql): Promise<string[]> {
  const found = await db.$queryRaw<{ memberId: string }[]>`
    SELECT DISTINCT member_id AS "memberId" FROM (${rows}) found WHERE debunk_id = ${debunkId}::uuid ORDER BY 1`;
  return found.map(({ memberId }) => memberId);
}
