import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";

export type SessionEnd = "signed-out" | "password-changed" | "roles-changed" | "removed";

/** Ends one session at once. */
export async function endSession(sessionId: string, reason: SessionEnd): Promise<void> {
  await db.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: now(), revokedReason: reason },
  });
}

/** Ends every session of a person at once, except the one that `keep` names. */
export async function endSessionsOf(
  tx: Tx,
  userId: string,
  reason: SessionEnd,
  keep?: string,
): Promise<void> {
  await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(keep && { id: { not: keep } }) },
    data: { revokedAt: now(), revokedReason: reason },
  });
}
