import { dayOf, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { wakeReminder } from "../queue.ts";

/** What became of those who were to be reminded: by a letter now, by one today already, or there is nobody to write to. */
export type Reminded = { reminded: number; already: number; unreachable: number };

/** Lays one letter ready for each of some members, unless it has had one today. */
export async function makeReminders(
  memberIds: readonly string[],
  createdById: string | null,
): Promise<Reminded> {
  const reachable = await db.membership.findMany({
    where: { memberId: { in: [...memberIds] }, role: "coordinator", user: { removedAt: null } },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  const rows = reachable.map(({ memberId }) => ({ id: newId(), memberId }));
  const at = now();
  // Of two who ask on one day the second finds that it was done; a letter that did not leave can still be the one of the day.
  const count = await db.$executeRaw`
    INSERT INTO reminders (id, member_id, day, created_at, created_by_id, due_at)
    SELECT id, "memberId", ${dayOf(at)}::date, ${at}::timestamptz, ${createdById}::uuid, ${at}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS wanted (id uuid, "memberId" text)
    ON CONFLICT (member_id, day) DO UPDATE SET due_at = excluded.due_at, created_by_id = excluded.created_by_id,
      attempts = 0, failed_at = NULL, failure = NULL, error = NULL
    WHERE reminders.sent_at IS NULL AND reminders.failed_at IS NOT NULL
      AND (reminders.failure IN ('outdated', 'gone') OR excluded.created_by_id IS NOT NULL)`;
  if (count > 0) await wakeReminder();
  return {
    reminded: count,
    already: reachable.length - count,
    unreachable: memberIds.length - reachable.length,
  };
}
