import { endSessionsOf } from "#lib/access/end-sessions";
import { hashPassword } from "#lib/access/password";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { findPasswordLink, openPasswordLinks } from "./password-links.ts";
import type { ResetPassword } from "./people-schema.ts";

export type ResetOutcome = { ok: true; userId: string } | { ok: false; reason: "LINK_USED" };

/** Chooses a new password with a link, once, and ends every session of the person at once. */
export async function resetPassword(input: ResetPassword): Promise<ResetOutcome> {
  const link = await findPasswordLink(input.token);
  if (!link) return { ok: false, reason: "LINK_USED" };
  const userId = link.user.id;
  const passwordHash = await hashPassword(input.password);
  return db.$transaction(async (tx): Promise<ResetOutcome> => {
    const { count } = await tx.passwordLink.updateMany({
      where: { id: link.id, ...openPasswordLinks() },
      data: { usedAt: now() },
    });
    if (count === 0) return { ok: false, reason: "LINK_USED" };
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await endSessionsOf(tx, userId, "password-changed");
    const { role, memberId } = await tx.membership.findFirstOrThrow({ where: { userId } });
    await recordEvent(tx, {
      type: "password.reset",
      actor: { kind: "person", userId, role, memberId },
      subjectId: userId,
    });
    return { ok: true, userId };
  });
}
