import type { Actor } from "#lib/access/actor";
import { can, canEverywhere, membersFor, type Resource } from "#lib/access/can";
import { holdersOf } from "#lib/access/holders";
import { givenStates } from "#lib/access/holding";
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

/** What names a claim beside another one or in a list: its wording is for those who may read it, others know its number. */
export type Named<Row extends NamesClaim> = Omit<Row, "claim"> & {
  claim: Omit<Row["claim"], "wording"> & { wording: string | null };
};
type NamesClaim = { claim: { id: string; wording: string } };

/** Takes the wordings of all claims away that the actor may not read. */
export async function nameClaims<Row extends NamesClaim>(
  actor: Actor,
  rows: readonly Row[],
): Promise<Named<Row>[]> {
  const readable = await readableAmong(
    actor,
    rows.map(({ claim }) => claim.id),
  );
  return rows.map(({ claim, ...row }) => {
    const { wording, ...named }: Row["claim"] = claim;
    return { ...row, claim: { ...named, wording: readable.has(claim.id) ? wording : null } };
  });
}

/** Which of these claims the actor may read: the same rule as `readClaim`, for many at once. */
export async function readableAmong(actor: Actor, claimIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (claimIds.length === 0 || canEverywhere(actor, "claim.read")) return new Set(claimIds);
  const held = await db.assignment.findMany({
    where: {
      claimId: { in: [...claimIds] },
      memberId: { in: membersFor(actor, "claim.read") },
      status: { in: [...givenStates] },
    },
    distinct: ["claimId"],
    select: { claimId: true },
  });
  return new Set(held.map(({ claimId }) => claimId));
}
