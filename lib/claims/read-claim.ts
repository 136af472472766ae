import type { Actor } from "#lib/access/actor";
import { assertCan, type Resource } from "#lib/access/can";
import { holdersOf } from "#lib/access/holders";

/**
 * Refuses who may not read a claim: the platform desk reads all, a member those that it was given to and did not return.
 * @throws AppError FORBIDDEN
 */
export async function assertCanRead(actor: Actor, claimId: string): Promise<Resource> {
  const resource = await holdersOf([claimId]);
  assertCan(actor, "claim.read", resource);
  return resource;
}
