import { system } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { heldStates } from "#lib/access/holding";
import { mapGrants } from "#lib/access/map-grants";
import { holdClaim } from "#lib/claims/change-claim";
import { giveWork } from "#lib/claims/work/assignments";
import { purposePermission } from "#lib/claims/work/status";
import { listAway } from "#lib/members/hold-people";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { oneByOne } from "#lib/platform/one-by-one";

/** So much is freed in one go; the rest a minute later. */
const MOST = 200;

/**
 * Work that was given to somebody who is away by now, or may not do it any more, is nobody's again: their deputy is proposed,
 * where one is there. The member holds it as before.
 */
export async function freeWork(): Promise<void> {
  const at = now();
  const leaves = await listAway(at);
  const given = await db.assignment.findMany({
    where: {
      status: { in: [...heldStates] },
      OR: [
        ...leaves.map(({ userId, memberId }) => ({ assignedToId: userId, memberId })),
        { assignedTo: { is: { removedAt: { not: null } } } },
        { id: { in: await listStrangers() } },
      ],
    },
    orderBy: { id: "asc" },
    take: MOST,
    select: { id: true, claimId: true, memberId: true, purpose: true, assignedToId: true },
  });
  const isAway = (userId: string, memberId: string) =>
    leaves.some((leave) => leave.userId === userId && leave.memberId === memberId);
  const deputies = await mapGrants(leaves.flatMap(({ deputyId }) => deputyId ?? []));
  await oneByOne(
    given,
    ({ id }) => id,
    async ({ assignedToId: from, ...work }) => {
      const { memberId, purpose } = work;
      const deputyId = leaves.find((one) => one.userId === from && one.memberId === memberId)?.deputyId;
      const grants = deputyId ? (deputies.get(deputyId) ?? []) : [];
      const isThere =
        deputyId &&
        !isAway(deputyId, memberId) &&
        can({ grants }, purposePermission[purpose], { memberIds: [memberId] });
      const proposedId = isThere ? deputyId : null;
      // Somebody may have given it to another person meanwhile.
      await decide<{ ok: true } | { ok: false; reason: "ASSIGNMENT_CHANGED" }>(
        { lost: "ASSIGNMENT_CHANGED" },
        async (tx) => {
          await holdClaim(tx, work.claimId);
          await giveWork(tx, work, { by: system, from, to: null, proposedId });
          return { ok: true };
        },
      );
    },
  );
}

/** Work in the hands of people who have no role for it at the member (`assignments_of_own_people` says which). */
async function listStrangers(): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM assignments WHERE assigned_to_id IS NOT NULL AND status = ANY(${[...heldStates]})
      AND NOT may_work(assigned_to_id, member_id, purpose) ORDER BY id LIMIT ${MOST}`;
  return rows.map(({ id }) => id);
}
