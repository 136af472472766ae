import type { Actor } from "#lib/access/actor";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { assertCanStaff } from "./assert-can-staff.ts";
import { endInvitations } from "./end-invitations.ts";
import type { WithdrawInvitation } from "./people-schema.ts";

export type WithdrawOutcome = { ok: true } | { ok: false; reason: "LINK_USED" };

/** Takes an invitation back before it is used. @throws AppError NOT_FOUND or FORBIDDEN */
export async function withdrawInvitation(actor: Actor, input: WithdrawInvitation): Promise<WithdrawOutcome> {
  const { invitationId: id } = input;
  const invitation = await db.invitation.findUnique({ where: { id }, select: { memberId: true } });
  if (!invitation) throw new AppError("NOT_FOUND");
  const by = await assertCanStaff(actor, "people.invite", invitation.memberId);
  const ended = await db.$transaction((tx) => endInvitations(tx, by, { id }));
  return ended > 0 ? { ok: true } : { ok: false, reason: "LINK_USED" };
}
