import { absolute } from "#lib/i18n/absolute";
import { withQuery } from "#lib/i18n/paths";
import { makeToken } from "#lib/members/invitations";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

const PLATFORM = "sc-piyao";

/** A one-time address for the first admin, as long as nobody has an account; it replaces an earlier one that was not used. */
export async function createSetupLink(): Promise<string | null> {
  const { token, tokenHash } = makeToken();
  const created = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(4210022)`;
    if ((await tx.user.count()) > 0) return false;
    await tx.invitation.updateMany({
      where: { invitedById: null, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now() },
    });
    await tx.invitation.create({
      data: {
        id: newId(),
        tokenHash,
        memberId: PLATFORM,
        roles: ["admin"],
        createdAt: now(),
        expiresAt: after(now(), hours(24)),
      },
    });
    return true;
  });
  return created ? absolute(withQuery("/desk/setup", { token })) : null;
}
