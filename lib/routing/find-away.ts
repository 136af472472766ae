import { ruleOf } from "#lib/access/permissions";
import { type AssignmentPurpose, assignmentPurposes, purposePermission } from "#lib/claims/work/status";
import { listAway } from "#lib/members/hold-people";
import { db } from "#lib/platform/db";
import { type Away, nobodyAway } from "./away.ts";

/** Members of which, at a moment, everybody who could take the work is away; where nobody has an account, nobody is away. */
export async function findAway(at: Date): Promise<Away> {
  const leaves = await listAway(at);
  if (leaves.length === 0) return nobodyAway;
  const held = await db.membership.findMany({
    where: {
      memberId: { in: [...new Set(leaves.map(({ memberId }) => memberId))] },
      user: { removedAt: null },
    },
    select: { userId: true, memberId: true, role: true },
  });
  const onLeave = new Set(leaves.map(({ userId, memberId }) => `${userId} ${memberId}`));
  const ofPurpose = (purpose: AssignmentPurpose) => {
    const able = held.filter(({ role }) => ruleOf(purposePermission[purpose]).member.includes(role));
    const there = able.filter(({ userId, memberId }) => !onLeave.has(`${userId} ${memberId}`));
    const staffed = new Set(there.map(({ memberId }) => memberId));
    return new Set(able.map(({ memberId }) => memberId).filter((id) => !staffed.has(id)));
  };
  const [verify, write, assist] = assignmentPurposes.map(ofPurpose);
  return { verify: verify ?? new Set(), write: write ?? new Set(), assist: assist ?? new Set() };
}
