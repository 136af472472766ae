import type { Actor, Grant } from "#lib/access/actor";
import { can, canEverywhere, membersFor } from "#lib/access/can";
import type { Role } from "#lib/access/roles";
import { PRESENCE_LEASE } from "#lib/claims/presence/lease";
import { readableAmong } from "#lib/claims/read-claim";
import { mapMembers } from "#lib/members/queries";
import { after, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** Somebody who has a claim open just now. */
export type Present = {
  claim: string;
  name: string;
  role: Role;
  /** Of whom they are; null for people of the platform desk. */
  member: { zh: string; en: string } | null;
};

/**
 * Who else has these claims open, the longest first. The platform desk sees everybody; a member its own people and those of the
 * desk, and only at claims that it may read: who else works on a claim is not told.
 */
export async function listPresence(actor: Actor, claimIds: readonly string[]): Promise<Present[]> {
  const readable = await readableAmong(actor, claimIds);
  if (readable.size === 0) return [];
  const rows = await db.presence.findMany({
    where: {
      claimId: { in: [...readable] },
      seenAt: { gt: after(now(), -PRESENCE_LEASE) },
      userId: { not: actor.userId },
      user: { removedAt: null },
    },
    orderBy: [{ since: "asc" }, { streamId: "asc" }],
    select: {
      claimId: true,
      userId: true,
      user: {
        select: {
          name: true,
          memberships: { select: { role: true, memberId: true, member: { select: { tier: true } } } },
        },
      },
    },
  });
  const seen = new Map(rows.map((row) => [`${row.claimId} ${row.userId}`, row]));
  const shown = [...seen.values()].flatMap(({ claimId, user: { name, memberships } }) => {
    const grants = memberships.map(({ member: { tier }, ...held }) => ({ ...held, tier }));
    const grant = grantShownTo(actor, grants);
    return grant ? [{ claim: claimId, name, grant }] : [];
  });
  const members = await mapMembers(shown.flatMap(({ grant }) => (grant.tier === "1" ? [] : grant.memberId)));
  return shown.map(({ claim, name, grant: { role, memberId } }) => {
    const { zh, en } = members.get(memberId) ?? {};
    return { claim, name, role, member: zh && en ? { zh, en } : null };
  });
}

/** As what somebody is shown: as one of the desk, else as one of a member, if the actor may see that. */
function grantShownTo(actor: Actor, grants: readonly Grant[]): Grant | undefined {
  const readers = grants.filter((grant) => can({ grants: [grant] }, "claim.read"));
  const own = membersFor(actor, "claim.read");
  return (
    readers.find(({ tier }) => tier === "1") ??
    readers.find(({ memberId }) => canEverywhere(actor, "claim.read") || own.includes(memberId))
  );
}
