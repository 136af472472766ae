import type { Actor } from "#lib/access/actor";
import { endSessionsOf } from "#lib/access/end-sessions";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { assertCanStaff } from "./assert-can-staff.ts";
import { endInvitationsBy } from "./end-invitations.ts";
import { refuseUnsuitable } from "./invite-person.ts";
import { keepsAnAdmin } from "./last-admin.ts";
import type { ChangeRoles } from "./people-schema.ts";

export type PeopleOutcome = { ok: true } | { ok: false; reason: "NOT_A_MEMBER" };

/** Gives a person other roles at a member; their sessions end at once, so that nobody works with the old ones. */
export async function changeRoles(actor: Actor, input: ChangeRoles): Promise<PeopleOutcome> {
  const by = await assertCanStaff(actor, "people.change-roles", input.memberId);
  await refuseUnsuitable(input.memberId, input.roles);
  return db.$transaction(async (tx): Promise<PeopleOutcome> => {
    const { userId, memberId } = input;
    const { count } = await tx.membership.deleteMany({ where: { userId, memberId } });
    if (count === 0) return { ok: false, reason: "NOT_A_MEMBER" };
    await tx.membership.createMany({
      data: [...new Set(input.roles)].map((role) => ({
        userId,
        memberId,
        role,
        grantedById: actor.userId,
        grantedAt: now(),
      })),
    });
    await keepsAnAdmin(tx);
    await endSessionsOf(tx, userId, "roles-changed");
    await endInvitationsBy(tx, by, userId);
    await recordEvent(tx, {
      type: "person.roles-changed",
      actor: by,
      subjectId: userId,
      data: { member: memberId, roles: input.roles },
    });
    return { ok: true };
  });
}
