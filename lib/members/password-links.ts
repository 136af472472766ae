import { mapGrants } from "#lib/access/map-grants";
import { after, hours, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { canStaff } from "./assert-can-staff.ts";
import { hashToken } from "./invitations.ts";

/** How long a new password can be chosen with a link. */
const PASSWORD_LINK_LENGTH = hours(24);

/** The end of a link that is made now. */
export const passwordLinkEnd = (): Date => after(now(), PASSWORD_LINK_LENGTH);

/** Those that can be used. */
export const openPasswordLinks = () => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now() } });

/** Ends the links of a person that were not used. */
export async function endPasswordLinks(tx: Tx, userId: string): Promise<void> {
  await tx.passwordLink.updateMany({
    where: { userId, usedAt: null, revokedAt: null },
    data: { revokedAt: now() },
  });
}

/** The rights of a person lie within what somebody may give: nobody gets hold of more than that through their account. */
export async function mayGiveAll(giverId: string, userId: string, client: Tx = db): Promise<boolean> {
  const grants = await mapGrants([giverId, userId], client);
  const [given, held] = [grants.get(giverId) ?? [], grants.get(userId) ?? []];
  return (
    held.length > 0 &&
    held.every(({ memberId: id, tier }) => canStaff({ grants: given }, "people.reset-password", { id, tier }))
  );
}

/** The person behind a link, while it can be used and whoever made it might make it still; otherwise null. */
export async function findPasswordLink(token: string | string[] | undefined) {
  if (typeof token !== "string") return null;
  const link = await db.passwordLink.findFirst({
    where: { tokenHash: hashToken(token), ...openPasswordLinks(), user: { removedAt: null } },
    select: { id: true, createdById: true, user: { select: { id: true, name: true, email: true } } },
  });
  return link && (await mayGiveAll(link.createdById, link.user.id)) ? link : null;
}
