import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";

/**
 * Refuses who may not read a claim: the platform desk reads all, a member those that it was given to and did not return.
 * @throws AppError FORBIDDEN
 */
export async function assertCanRead(actor: Actor, claimId: string): Promise<void> {
  const assigned = await db.assignment.findMany({
    where: { claimId, status: { in: ["offered", "accepted", "done"] } },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  assertCan(actor, "claim.read", { memberIds: assigned.map(({ memberId }) => memberId) });
}
