import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { DIGEST_DAYS } from "./digest.ts";

/** Nobody looks for a fault for longer; that something was delivered, and when, stays. */
const KEPT_DAYS = 90;

/** Forgets how single attempts to deliver went, and the words of letters that can be answered no longer. */
export async function forgetAttempts(): Promise<void> {
  await db.digest.updateMany({
    where: {
      createdAt: { lt: after(now(), -days(DIGEST_DAYS)) },
      html: { not: "" },
      OR: [{ sentAt: { not: null } }, { failedAt: { not: null } }],
    },
    data: { subject: "", text: "", html: "" },
  });
  await db.$executeRaw`DELETE FROM delivery_attempts WHERE at < ${after(now(), -days(KEPT_DAYS))}`;
}
