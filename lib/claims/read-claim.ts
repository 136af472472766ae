import type { Actor } from "#lib/access/actor";
import { assertCan, type Resource } from "#lib/access/can";
import { db } from "#lib/platform/db";

/**
 * Refuses who may not read a claim: the platform desk reads all, a member those that it was given to and did not return.
 * @throws AppError FORBIDDEN
 */
export async function assertCanRead(actor: Actor, claimId: string): Promise<Resource> {
  const resource = await holdersOf([claimId]);
  assertCan(actor, "claim.read", resource);
  return resource;
}

/** The members that one of these claims was given to and who did not return it. */
export async function holdersOf(claimIds: readonly string[]): Promise<Resource> {
  const assigned = await db.assignment.findMany({
    where: { claimId: { in: [...claimIds] }, status: { in: ["offered", "accepted", "done"] } },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return { memberIds: assigned.map(({ memberId }) => memberId) };
}
