import type { EventActor } from "#lib/access/actor";
import type { NewEvent } from "#lib/audit/record-event";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import type { Prisma, Tx } from "#lib/platform/db";
import { lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { decidedBy } from "./decided-by.ts";
import type { ClaimStatus } from "./status.ts";
import { type Turn, turnClocks } from "./turn-clocks.ts";

export type ClaimInHand = { id: string; status: ClaimStatus; version: number };

/** Somebody else changed the claim in between; the page shows what it is now. */
export type ClaimOutcome =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "CLAIM_CHANGED"
        | "MOVE_REFUSED"
        | "UNDER_REVIEW"
        | "ONLY_REPORT"
        | "ONLY_OF_MERGED"
        | "WORK_BEGUN";
    };

/**
 * Changes a claim that stays in its state, and records why. The status and version in the where clause settle a race
 * between two people: the second one loses.
 */
export async function changeClaim(
  tx: Tx,
  claim: ClaimInHand,
  data: Omit<Prisma.ClaimUncheckedUpdateManyInput, keyof Turn | "status" | "version" | "updatedAt"> & Turn,
  event: Omit<NewEvent, "subjectId" | "claimId"> & { actor: EventActor },
): Promise<void> {
  const decided: Omit<ReturnType<typeof decidedBy>, "status"> = decidedBy(event.actor);
  const { count } = await tx.claim.updateMany({
    where: { id: claim.id, status: claim.status, version: claim.version },
    // Whoever decides about a claim has looked at it: it is kept apart no longer, unless that is the decision.
    data: { suspicion: null, ...decided, ...data, version: { increment: 1 }, updatedAt: now() },
  });
  if (count === 0) lose();
  await turnClocks(tx, claim, data);
  await recordEvent(tx, { ...event, subjectId: claim.id, claimId: claim.id });
}

/** The claim that an input names. @throws AppError NOT_FOUND */
export async function loadClaim<Select extends Prisma.ClaimSelect>(
  client: Tx,
  id: string,
  select: Select,
): Promise<Prisma.ClaimGetPayload<{ select: Select }>> {
  const claim = await client.claim.findUnique({ where: { id }, select });
  if (!claim) throw new AppError("NOT_FOUND");
  return claim as Prisma.ClaimGetPayload<{ select: Select }>;
}

/** What every write use case needs of the claim it changes. */
export const inHand = { id: true, status: true, version: true } as const;

export type HeldClaim = ClaimInHand & { sharedId: string };

/** Claims as they are now, which nobody else changes until the transaction ends; always taken in the same order. */
export const holdClaims = (tx: Tx, ids: readonly string[]): Promise<HeldClaim[]> =>
  tx.$queryRaw`
    SELECT id, status, version, shared_id AS "sharedId" FROM claims WHERE id = ANY(${[...ids]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;

/**
 * The claim as it is now, held. Whoever changes a claim's work, text or reports holds the claim first, so that no two
 * wait for each other.
 * @throws AppError NOT_FOUND
 */
export async function holdClaim(tx: Tx, id: string): Promise<HeldClaim> {
  const [claim] = await holdClaims(tx, [id]);
  if (!claim) throw new AppError("NOT_FOUND");
  return claim;
}
