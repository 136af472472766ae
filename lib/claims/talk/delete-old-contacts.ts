import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { after, days, now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";

/** How long a reporter's contact outlives the end of its claim (product.md, rule 9). */
export const CONTACT_DAYS = 30;

/** Deletes the contacts of claims that ended, by a notice or a closing, thirty days ago. */
export async function deleteOldContacts(): Promise<void> {
  const limit = after(now(), -days(CONTACT_DAYS));
  await db.$transaction(async (tx) => {
    const count = await tx.$executeRaw(Prisma.sql`
      DELETE FROM report_contacts contact USING claim_reports joined, claims own, claims shown
      LEFT JOIN debunks debunk ON debunk.claim_id = shown.id
      WHERE joined.report_id = contact.report_id AND own.id = joined.claim_id AND shown.id = own.shared_id
        AND least(debunk.published_at, shown.closed_at) < ${limit}`);
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
