import { system } from "#lib/access/actor";
import { type GuessLimit, type Guest, guess, limitsOf } from "#lib/access/guess";
import { hashPassword, isPasswordOf } from "#lib/access/password";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { endInvitations } from "./end-invitations.ts";
import { findInvitation, GUESSES_PER_INVITATION, openInvitations } from "./invitations.ts";
import type { AcceptInvitation } from "./people-schema.ts";

export type AcceptOutcome = { ok: true; userId: string } | { ok: false; reason: Doubt };
type Doubt = "LINK_USED" | "WRONG_CREDENTIALS" | "TOO_MANY_ATTEMPTS";

/**
 * Makes an account of an invitation. Whoever has one already proves it with its password and gets the roles in addition;
 * somebody who was removed and is invited again comes back with a new password.
 */
export async function acceptInvitation(input: AcceptInvitation, guest: Guest): Promise<AcceptOutcome> {
  const invitation = await findInvitation(input.token);
  if (!invitation) return { ok: false, reason: "LINK_USED" };
  const email = invitation.email ?? input.email;
  const present = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, removedAt: true },
  });
  const active = present && !present.removedAt ? present : null;
  if (active) {
    const reason = await doubt(invitation.id, limitsOf(email, active.id, guest), () =>
      isPasswordOf(active.passwordHash, input.password),
    );
    if (reason) return { ok: false, reason };
  }
  const passwordHash = active?.passwordHash ?? (await hashPassword(input.password));
  const userId = present?.id ?? newId();
  return db.$transaction(async (tx): Promise<AcceptOutcome> => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: now() },
    });
    if (count === 0) return { ok: false, reason: "LINK_USED" };
    const account = { name: input.name, passwordHash };
    if (!present) await tx.user.create({ data: { ...account, id: userId, email, createdAt: now() } });
    else if (!active) await tx.user.update({ where: { id: userId }, data: { ...account, removedAt: null } });
    await tx.membership.createMany({
      data: invitation.roles.map((role) => ({
        userId,
        memberId: invitation.memberId,
        role,
        grantedById: invitation.invitedById,
        grantedAt: now(),
      })),
      skipDuplicates: true,
    });
    const [role] = invitation.roles;
    if (role) {
      await recordEvent(tx, {
        type: "person.joined",
        actor: { kind: "person", userId, role, memberId: invitation.memberId },
        subjectId: userId,
        data: { member: invitation.memberId, roles: invitation.roles },
      });
    }
    return { ok: true, userId };
  });
}

/** Why it is not believed that an account is theirs; null when it is. The link ends with the last wrong password it had room for. */
async function doubt(
  id: string,
  limits: readonly GuessLimit[],
  isRight: () => Promise<boolean>,
): Promise<Doubt | null> {
  const guessed = await guess([guessesThrough(id), ...limits], isRight);
  if (guessed === "RIGHT") return null;
  if (guessed === "TOO_MANY_ATTEMPTS") return guessed;
  const guesses = GUESSES_PER_INVITATION;
  const ended = await db.$transaction((tx) => endInvitations(tx, system, { id, guesses }, { guesses }));
  return ended > 0 ? "LINK_USED" : "WRONG_CREDENTIALS";
}

/** Counts at the link as well, so that whoever makes one for somebody else's address cannot try passwords through it. */
const guessesThrough = (id: string): GuessLimit => ({
  take: async () => {
    const { count } = await db.invitation.updateMany({
      where: { id, ...openInvitations(), guesses: { lt: GUESSES_PER_INVITATION } },
      data: { guesses: { increment: 1 } },
    });
    return count === 1;
  },
  giveBack: () => db.invitation.update({ where: { id }, data: { guesses: { decrement: 1 } } }),
});
