import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan, can, canEverywhere } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";

type StaffPermission = "people.invite" | "people.change-roles" | "people.reset-password" | "people.remove";

/**
 * Whether somebody may decide about a member's people. A coordinator decides at their own member; the platform's people, who
 * hold the roles of the whole network, are an administrator's to decide about, whatever else somebody is there. The database
 * says the same (`may_staff`).
 */
export const canStaff = (
  actor: Pick<Actor, "grants">,
  permission: StaffPermission,
  { id, tier }: { id: string; tier: string },
): boolean =>
  canEverywhere(actor, permission) || (tier !== "1" && can(actor, permission, { memberIds: [id] }));

/** Refuses who may not decide about a member's people. @throws AppError FORBIDDEN */
export async function assertCanStaff(
  actor: Actor,
  permission: StaffPermission,
  memberId: string,
): Promise<EventActor & { kind: "person" }> {
  const by = assertCan(actor, permission, { memberIds: [memberId] });
  const member = await db.member.findUnique({ where: { id: memberId }, select: { id: true, tier: true } });
  if (member && !canStaff(actor, permission, member)) throw new AppError("FORBIDDEN");
  return by;
}
