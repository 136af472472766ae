import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";

export type SessionEnd = "signed-out" | "password-changed" | "roles-changed" | "removed";

/** Ends one session at once, because its owner signed out. */
export async function endSession(sessionId: string): Promise<void> {
  const session = await db.session.findUnique({
    where: { id: sessionId },
    select: { userId: true, user: { select: { memberships: { take: 1 } } } },
  });
  const [membership] = session?.user.memberships ?? [];
  if (!session || !membership) return;
  const { role, memberId } = membership;
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: now(), revokedReason: "signed-out" satisfies SessionEnd },
    });
    if (count === 0) return;
    const actor = { kind: "person", userId: session.userId, role, memberId } as const;
    await recordEvent(tx, { type: "session.ended", actor, subjectId: sessionId });
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
