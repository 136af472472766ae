import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan, canEverywhere } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";

type StaffPermission = "people.invite" | "people.change-roles" | "people.remove";

/**
 * Refuses who may not decide about a member's people. A coordinator decides at their own member; the platform's people, who
 * hold the roles of the whole network, are an administrator's to decide about, whatever else somebody is there.
 * @throws AppError FORBIDDEN
 */
export async function assertCanStaff(
  actor: Actor,
  permission: StaffPermission,
  memberId: string,
): Promise<EventActor & { kind: "person" }> {
  const by = assertCan(actor, permission, { memberIds: [memberId] });
  if (canEverywhere(actor, permission)) return by;
  const member = await db.member.findUnique({ where: { id: memberId }, select: { tier: true } });
  if (member?.tier === "1") throw new AppError("FORBIDDEN");
  return by;
}
