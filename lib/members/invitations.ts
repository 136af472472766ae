import { randomBytes } from "node:crypto";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { keyedHash } from "#lib/platform/secrets";

/** How long an invitation can be used. */
export const INVITATION_LENGTH = hours(72);

/** As often may a password be guessed through one link. */
export const GUESSES_PER_INVITATION = 5;

/** Those that can be used. */
export const openInvitations = () => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now() } });

/** A new token for a link, and what is stored of it. */
export function makeToken(): { token: string; tokenHash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(keyedHash("invitation", token));

/** The end of an invitation that is made now. */
export const invitationEnd = (): Date => after(now(), INVITATION_LENGTH);

/** The invitation behind a link, while it can be used; otherwise null, whatever the reason. */
export async function findInvitation(token: string | string[] | undefined) {
  if (typeof token !== "string") return null;
  return db.invitation.findFirst({
    where: { tokenHash: hashToken(token), ...openInvitations() },
    select: {
      id: true,
      name: true,
      email: true,
      roles: true,
      memberId: true,
      invitedById: true,
      member: { select: { zh: true, en: true } },
    },
  });
}

export type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;
