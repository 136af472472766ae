import type { Actor } from "#lib/access/actor";
import { endSessionsOf } from "#lib/access/end-sessions";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { assertCanStaff } from "./assert-can-staff.ts";
import type { PeopleOutcome } from "./change-roles.ts";
import { endInvitations, endInvitationsBy } from "./end-invitations.ts";
import { keepsAnAdmin } from "./last-admin.ts";
import { leaveRoster } from "./leave-roster.ts";
import { endPasswordLinks } from "./password-links.ts";
import type { RemovePerson } from "./people-schema.ts";

/**
 * Takes a person off a member; their sessions end at once, and so do the invitations that they gave and that call them back
 * there, their duty and their leave. Without any member left, the account is closed.
 */
export async function removePerson(actor: Actor, input: RemovePerson): Promise<PeopleOutcome> {
  const by = await assertCanStaff(actor, "people.remove", input.memberId);
  return db.$transaction(async (tx): Promise<PeopleOutcome> => {
    const { userId, memberId } = input;
    const { count } = await tx.membership.deleteMany({ where: { userId, memberId } });
    if (count === 0) return { ok: false, reason: "NOT_A_MEMBER" };
    await tx.secondContact.deleteMany({ where: { userId, memberId } });
    await keepsAnAdmin(tx);
    await leaveRoster(tx, { userId, memberId, endedById: actor.userId });
    const left = await tx.membership.count({ where: { userId } });
    await endSessionsOf(tx, userId, "removed");
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    await endInvitations(tx, by, { memberId, email });
    await endInvitationsBy(tx, by, userId);
    await endPasswordLinks(tx, userId);
    if (left === 0) await tx.user.update({ where: { id: userId }, data: { removedAt: now() } });
    await recordEvent(tx, {
      type: "person.removed",
      actor: by,
      subjectId: userId,
      data: { member: memberId },
    });
    return { ok: true };
  });
}
