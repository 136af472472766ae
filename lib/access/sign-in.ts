import { recordEvent } from "#lib/audit/record-event";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { email, z } from "#lib/platform/validation";
import { type Guest, guess, limitsOf } from "./guess.ts";
import { isPasswordOf, PASSWORD_MAX } from "./password.ts";

export const signInSchema = z.object({ email, password: z.string().min(1).max(PASSWORD_MAX) });
export type SignIn = z.infer<typeof signInSchema>;

/** How long a session lasts without being ended. */
export const SESSION_LENGTH = hours(12);

export type SignInOutcome =
  | { ok: true; userId: string; sessionId: string }
  | { ok: false; reason: "WRONG_CREDENTIALS" | "TOO_MANY_ATTEMPTS" };

/**
 * Starts a session for a person with the right password. A wrong address and a wrong password look the same, in words
 * and in time; after too many of them nothing is looked at for a quarter of an hour.
 */
export async function signIn({ email, password }: SignIn, guest: Guest): Promise<SignInOutcome> {
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, removedAt: true, memberships: { take: 1 } },
  });
  const present = user && !user.removedAt && user.memberships.length > 0 ? user : null;
  const guessed = await guess(limitsOf(email, present?.id, guest), () =>
    isPasswordOf(present?.passwordHash ?? null, password),
  );
  if (guessed === "TOO_MANY_ATTEMPTS") return { ok: false, reason: guessed };
  if (guessed === "WRONG" || !present) return { ok: false, reason: "WRONG_CREDENTIALS" };
  return { ok: true, userId: present.id, sessionId: await startSession(present.id) };
}

/** A new session of a person who has just proved who they are. */
export async function startSession(userId: string): Promise<string> {
  const sessionId = newId();
  const membership = await db.membership.findFirstOrThrow({ where: { userId } });
  await db.$transaction(async (tx) => {
    await tx.session.create({
      data: { id: sessionId, userId, createdAt: now(), expiresAt: after(now(), SESSION_LENGTH) },
    });
    const actor = { kind: "person", userId, role: membership.role, memberId: membership.memberId } as const;
    await recordEvent(tx, { type: "session.started", actor, subjectId: sessionId });
  });
  return sessionId;
}
