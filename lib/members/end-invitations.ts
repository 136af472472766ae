import type { EventActor } from "#lib/access/actor";
import { mapGrants } from "#lib/access/map-grants";
import type { EventData } from "#lib/audit/event-types";
import { recordEvents } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import type { Prisma, Tx } from "#lib/platform/db";
import { canStaff } from "./assert-can-staff.ts";
import { openInvitations } from "./invitations.ts";

/** Ends open invitations before they are used, and tells how many; their links open nothing any more. */
export async function endInvitations(
  tx: Tx,
  by: EventActor,
  where: Prisma.InvitationWhereInput,
  data: EventData = {},
): Promise<number> {
  const ended = await tx.invitation.updateManyAndReturn({
    where: { ...where, ...openInvitations() },
    data: { revokedAt: now() },
    select: { id: true, memberId: true },
  });
  await recordEvents(
    tx,
    ended.map(({ id, memberId }) => ({
      type: "invitation.withdrawn",
      actor: by,
      subjectId: id,
      data: { member: memberId, ...data },
    })),
  );
  return ended.length;
}

/** Ends what a person has invited others to, where they may not do so any more. */
export async function endInvitationsBy(tx: Tx, by: EventActor, userId: string): Promise<void> {
  const grants = (await mapGrants([userId], tx)).get(userId) ?? [];
  const open = await tx.invitation.findMany({
    where: { invitedById: userId, ...openInvitations() },
    select: { id: true, member: { select: { id: true, tier: true } } },
  });
  const unfounded = open.filter(({ member }) => !canStaff({ grants }, "people.invite", member));
  await endInvitations(tx, by, { id: { in: unfounded.map(({ id }) => id) } });
}
