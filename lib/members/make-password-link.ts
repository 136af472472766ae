import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { assertCanStaff } from "./assert-can-staff.ts";
import { makeToken } from "./invitations.ts";
import { endPasswordLinks, mayGiveAll, passwordLinkEnd } from "./password-links.ts";
import type { MakePasswordLink } from "./people-schema.ts";

/** The token is in this answer and nowhere else. */
export type PasswordLinkOutcome =
  | { ok: true; token: string; name: string }
  | { ok: false; reason: "NOT_A_MEMBER" | "MORE_RIGHTS" };

/**
 * Makes the link with which a person who has forgotten their password chooses a new one, in place of any before. Nobody
 * makes one for themselves, for a session alone does not prove who somebody is, nor for whoever has more rights than they
 * may give. @throws AppError FORBIDDEN
 */
export async function makePasswordLink(actor: Actor, input: MakePasswordLink): Promise<PasswordLinkOutcome> {
  const { userId, memberId } = input;
  const by = await assertCanStaff(actor, "people.reset-password", memberId);
  if (userId === actor.userId) throw new AppError("FORBIDDEN");
  const { token, tokenHash } = makeToken();
  return db.$transaction(async (tx): Promise<PasswordLinkOutcome> => {
    // Of several who make one at once, the last one's is the one that opens.
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const user = await tx.user.findFirst({
      where: { id: userId, removedAt: null, memberships: { some: { memberId } } },
      select: { name: true },
    });
    if (!user) return { ok: false, reason: "NOT_A_MEMBER" };
    if (!(await mayGiveAll(actor.userId, userId, tx))) return { ok: false, reason: "MORE_RIGHTS" };
    await endPasswordLinks(tx, userId);
    const createdById = actor.userId;
    await tx.passwordLink.create({
      data: { id: newId(), tokenHash, userId, createdById, createdAt: now(), expiresAt: passwordLinkEnd() },
    });
    await recordEvent(tx, {
      type: "password-link.made",
      actor: by,
      subjectId: userId,
      data: { member: memberId },
    });
    return { ok: true, token, name: user.name };
  });
}
