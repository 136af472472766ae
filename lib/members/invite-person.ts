import type { Actor } from "#lib/access/actor";
import { platformRoles, type Role } from "#lib/access/roles";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { assertCanStaff } from "./assert-can-staff.ts";
import { invitationEnd, makeToken } from "./invitations.ts";
import type { InvitePerson } from "./people-schema.ts";

export type InviteOutcome = { ok: true; token: string };

/** Invites a person to a member. The link is shown once, to be handed over; nothing is sent. */
export async function invitePerson(actor: Actor, input: InvitePerson): Promise<InviteOutcome> {
  const by = await assertCanStaff(actor, "people.invite", input.memberId);
  await refuseUnsuitable(input.memberId, input.roles);
  const id = newId();
  const { token, tokenHash } = makeToken();
  await db.$transaction(async (tx) => {
    await tx.invitation.create({
      data: {
        id,
        tokenHash,
        memberId: input.memberId,
        roles: input.roles,
        name: input.name,
        email: input.email,
        invitedById: actor.userId,
        createdAt: now(),
        expiresAt: invitationEnd(),
      },
    });
    await recordEvent(tx, {
      type: "person.invited",
      actor: by,
      subjectId: id,
      data: { member: input.memberId, roles: input.roles },
    });
  });
  return { ok: true, token };
}

/** Platform roles belong to the platform. @throws AppError VALIDATION */
export async function refuseUnsuitable(memberId: string, roles: readonly Role[]): Promise<void> {
  const member = await db.member.findUnique({ where: { id: memberId }, select: { tier: true } });
  if (!member) throw new AppError("VALIDATION", [{ path: "memberId", message: "unknown" }]);
  if (member.tier !== "1" && roles.some((role) => platformRoles.includes(role))) {
    throw new AppError("VALIDATION", [{ path: "roles", message: "invalid" }]);
  }
}
