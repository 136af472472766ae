import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { countReports } from "#lib/claims/reports/count-reports";
import { db, type Tx } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { type ClaimOutcome, holdClaims, inHand, loadClaim } from "./change-claim.ts";
import { moveClaim } from "./move-claim.ts";
import type { ReopenClaim } from "./schema.ts";
import { canMove } from "./status.ts";
import { restoreWork } from "./work/assignments.ts";

/**
 * Reopens a claim that was closed or merged: it returns to triage with its reports. Work that was withdrawn with the end has to be
 * routed anew.
 */
export const reopenClaim = (actor: Actor, input: ReopenClaim): Promise<ClaimOutcome> =>
  reopen(actor, input, null);

/**
 * Takes an end back as if it had not been, by the transaction that recorded it: the claim is where it was, and the members that lost
 * its work with the end hold it again, with the rest of their time.
 */
export const takeBackEnd = (
  actor: Actor,
  input: ReopenClaim,
  transaction: bigint | null,
): Promise<ClaimOutcome> => reopen(actor, input, transaction);

async function reopen(actor: Actor, input: ReopenClaim, undone: bigint | null): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, {
    ...inHand,
    closedFrom: true,
    closingChannel: true,
    answeredBy: { select: { slug: true } },
    sharedId: true,
  });
  const by = assertCan(actor, "claim.reopen");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  const { closedFrom, closingChannel: channel, answeredBy } = claim;
  const status = undone === null && closedFrom !== "received" ? "triaged" : closedFrom;
  if (closedFrom === null || status === null || !canMove(claim.status, status))
    return { ok: false, reason: "MOVE_REFUSED" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const along = await takenAlong(tx, claim.id);
    const held = await holdClaims(tx, [claim.id, claim.sharedId, ...along]);
    // What it was merged into may have been merged itself, and taken it along.
    if (held.find(({ id }) => id === claim.id)?.sharedId !== claim.sharedId) lose();
    await moveClaim(tx, claim, {
      to: status,
      actor: by,
      set: {
        mergedIntoId: null,
        closedFrom: null,
        closedAt: null,
        closingNote: null,
        closingChannel: null,
        answeredById: null,
      },
      event: {
        type: "claim.reopened",
        reason: input.reason,
        data: {
          from: claim.status,
          ...(channel && { channel }),
          ...(answeredBy && { answeredBy: answeredBy.slug }),
        },
      },
    });
    if (undone !== null) await restoreWork(tx, claim.id, by, await withdrawnIn(tx, claim.id, undone));
    // What it had taken along into a merge comes back with it, unless it has gone elsewhere since.
    const back = { id: { in: along }, mergedIntoId: claim.sharedId };
    await tx.claim.updateMany({ where: back, data: { mergedIntoId: claim.id } });
    await countReports(tx, [claim.id, claim.sharedId]);
    return { ok: true };
  });
}

/** The claims that had been merged into this one when it was merged itself. */
async function takenAlong(tx: Tx, claimId: string): Promise<string[]> {
  const merged = await tx.event.findFirst({
    where: { claimId, type: "claim.merged" },
    orderBy: { seq: "desc" },
    select: { data: true },
  });
  return [merged?.data.along ?? []].flat().map(String);
}

/** The assignments that one transaction took from their members. */
async function withdrawnIn(tx: Tx, claimId: string, transaction: bigint): Promise<string[]> {
  const events = await tx.event.findMany({
    where: { claimId, transaction, type: "assignment.withdrawn" },
    select: { subjectId: true },
  });
  return events.map(({ subjectId }) => subjectId);
}
