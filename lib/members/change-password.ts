import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { endSessionsOf } from "#lib/access/end-sessions";
import { guess, limitsOfSession } from "#lib/access/guess";
import { hashPassword, isPasswordOf } from "#lib/access/password";
import { recordEvent } from "#lib/audit/record-event";
import { db } from "#lib/platform/db";
import { endPasswordLinks } from "./password-links.ts";
import type { ChangePassword } from "./people-schema.ts";

export type PasswordOutcome = { ok: true } | { ok: false; reason: "WRONG_PASSWORD" | "TOO_MANY_ATTEMPTS" };

/** Changes one's own password and ends every other session of it at once, and a link that was made because it was forgotten. */
export async function changePassword(actor: Actor, input: ChangePassword): Promise<PasswordOutcome> {
  const by = assertCan(actor, "account.manage");
  const { passwordHash } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { passwordHash: true },
  });
  const guessed = await guess(limitsOfSession(actor.sessionId), () =>
    isPasswordOf(passwordHash, input.current),
  );
  if (guessed === "TOO_MANY_ATTEMPTS") return { ok: false, reason: guessed };
  if (guessed === "WRONG") return { ok: false, reason: "WRONG_PASSWORD" };
  const renewed = await hashPassword(input.password);
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { passwordHash: renewed } });
    await endPasswordLinks(tx, actor.userId);
    await endSessionsOf(tx, actor.userId, "password-changed", actor.sessionId);
    await recordEvent(tx, { type: "password.changed", actor: by, subjectId: actor.userId });
  });
  return { ok: true };
}
