import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { isHeld } from "#lib/access/holding";
import { purposePermission } from "#lib/claims/work/status";
import { listAway } from "#lib/members/hold-people";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { findAway } from "#lib/routing/find-away";
import type { AssignmentRow } from "#lib/routing/queries";
import { assignmentPermits, type HeldAssignment } from "./permits.ts";

/** Work with what the actor may do with it, whether somebody is there at its member, and to whom there it can be given. */
export async function holdWork(
  actor: Actor,
  rows: readonly AssignmentRow[],
): Promise<Omit<HeldAssignment, "steps">[]> {
  const held = rows.some(({ status }) => isHeld(status));
  const permitted = rows.map((row) => ({ ...row, permits: assignmentPermits(actor, row) }));
  const giving = permitted.filter(({ permits }) => permits.give).map(({ member }) => member.id);
  const [away, colleagues] = await Promise.all([held ? findAway(now()) : null, mapColleagues(giving)]);
  return permitted.map((row) => ({
    ...row,
    isAway: isHeld(row.status) && (away?.[row.purpose].has(row.member.id) ?? false),
    colleagues: row.permits.give
      ? (colleagues.get(row.member.id) ?? []).filter(({ grants }) =>
          can({ grants }, purposePermission[row.purpose], { memberIds: [row.member.id] }),
        )
      : [],
  }));
}

async function mapColleagues(memberIds: readonly string[]) {
  const among = [...new Set(memberIds)];
  if (among.length === 0) return new Map<string, never[]>();
  const [held, leaves] = await Promise.all([
    db.membership.findMany({
      where: { memberId: { in: among }, user: { removedAt: null } },
      orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
      select: {
        memberId: true,
        role: true,
        member: { select: { tier: true } },
        user: { select: { id: true, name: true } },
      },
    }),
    listAway(now(), among),
  ]);
  const people = Map.groupBy(held, ({ memberId, user }) => `${memberId} ${user.id}`);
  const colleagues = [...people.values()].flatMap((grants) => {
    const [first] = grants;
    if (!first) return [];
    const { memberId, user } = first;
    const isAway = leaves.some((leave) => leave.userId === user.id && leave.memberId === memberId);
    return [
      {
        memberId,
        ...user,
        isAway,
        grants: grants.map(({ role, member: { tier } }) => ({ memberId, role, tier })),
      },
    ];
  });
  return Map.groupBy(colleagues, ({ memberId }) => memberId);
}
