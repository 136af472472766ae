import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** How long a link that was used, withdrawn or not used in time stays on record. */
export const LINK_DAYS = 30;

/** Forgets invitations and links for a new password thirty days after their end; that they were made stays on the audit log. */
export async function forgetLinks(): Promise<void> {
  const before = { lt: after(now(), -days(LINK_DAYS)) };
  await db.invitation.deleteMany({
    where: { OR: [{ expiresAt: before }, { acceptedAt: before }, { revokedAt: before }] },
  });
  await db.passwordLink.deleteMany({
    where: { OR: [{ expiresAt: before }, { usedAt: before }, { revokedAt: before }] },
  });
}
