import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { after, days, now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";

/** How long a reporter's contact outlives the end of its claim (product.md, rule 9). */
export const CONTACT_DAYS = 30;
/** How long one is kept of a claim that has not ended. */
export const OPEN_CONTACT_DAYS = 365;

/** Deletes the contacts of claims that ended, by a notice or a closing, thirty days ago, and all that are a year old. */
export async function deleteOldContacts(): Promise<void> {
  const [limit, longest] = [after(now(), -days(CONTACT_DAYS)), after(now(), -days(OPEN_CONTACT_DAYS))];
  await db.$transaction(async (tx) => {
    const count = await tx.$executeRaw(Prisma.sql`
      DELETE FROM report_contacts contact WHERE contact.created_at < ${longest} OR EXISTS (
        SELECT FROM claim_reports joined JOIN claims own ON own.id = joined.claim_id
        JOIN claims shown ON shown.id = own.shared_id LEFT JOIN debunks debunk ON debunk.claim_id = shown.id
        WHERE joined.report_id = contact.report_id AND least(debunk.published_at, shown.closed_at) < ${limit})`);
    if (count > 0) {
      await recordEvent(tx, {
        type: "contact.deleted",
        actor: system,
        subjectId: "contacts",
        data: { count },
      });
    }
  });
}
