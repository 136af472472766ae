import type { Actor } from "#lib/access/actor";
import { can, type Resource } from "#lib/access/can";
import { holdersOf } from "#lib/access/holders";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";

declare const asked: unique symbol;

/**
 * A claim that this actor may read. Only the question makes one, and whatever reads what belongs to a claim wants one: so
 * it was asked, and once.
 */
export type ReadableClaim = {
  readonly id: string;
  readonly actor: Actor;
  readonly holders: Resource;
  readonly [asked]: true;
};

/**
 * Asks whether the actor may read a claim: the platform desk reads all, a member those that it was given to and did not
 * return.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function readClaim(actor: Actor, claimId: string): Promise<ReadableClaim> {
  if (!isId(claimId)) throw new AppError("NOT_FOUND");
  const holders = await holdersOf([claimId]);
  if (!can(actor, "claim.read", holders)) {
    throw new AppError((await db.claim.count({ where: { id: claimId } })) > 0 ? "FORBIDDEN" : "NOT_FOUND");
  }
  return { id: claimId, actor, holders } as ReadableClaim;
}
