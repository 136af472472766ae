import type { EventActor } from "#lib/access/actor";
import type { NewEvent } from "#lib/audit/record-event";
import { recordEvents } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import type { Prisma, Tx } from "#lib/platform/db";
import { lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import type { ClaimInHand } from "./change-claim.ts";
import { decidedBy } from "./decided-by.ts";
import { noSide, sideSelect, waitEnded } from "./side-state.ts";
import { type ClaimStatus, canMove, keepsSide } from "./status.ts";
import { type Turn, turnClocks } from "./turn-clocks.ts";

/** What this door alone writes. */
type Kept = "status" | "version" | "updatedAt";

type Move = {
  to: ClaimStatus;
  actor: EventActor;
  /** What changes with the state. */
  set?: Omit<Prisma.ClaimUncheckedUpdateManyInput, keyof Turn | keyof typeof noSide | Kept> &
    Omit<Turn, "sideState">;
  /** What people are told of it; the bare move is recorded in any case. */
  event?: Pick<NewEvent, "type" | "reason" | "data">;
};

/**
 * The one door to a claim's status: the move is legal, the claim is as it was seen, and the move is recorded with it.
 * A wait for evidence ends when the work on the claim does.
 * Whoever has not made sure that the move is legal broke a precondition; whoever comes second loses.
 * @throws AppError CONFLICT
 */
export async function moveClaim(tx: Tx, claim: ClaimInHand, { to, actor, set, event }: Move): Promise<void> {
  const from = claim.status;
  if (!canMove(from, to)) throw new AppError("CONFLICT");
  // A side state that changes after this was read takes the version with it: the move is lost.
  const side = keepsSide(to)
    ? null
    : await tx.claim.findUnique({ where: { id: claim.id }, select: sideSelect });
  const ends = side?.sideState ? noSide : {};
  const { count } = await tx.claim.updateMany({
    where: { id: claim.id, status: from, version: claim.version },
    // Whoever decides about a claim has looked at it: it is kept apart no longer.
    data: {
      ...decidedBy(actor),
      ...set,
      ...ends,
      status: to,
      suspicion: null,
      version: { increment: 1 },
      updatedAt: now(),
    },
  });
  if (count === 0) lose();
  const about = { actor, subjectId: claim.id, claimId: claim.id };
  const ended = side && waitEnded(side);
  await recordEvents(tx, [
    ...(ended ? [{ ...about, ...ended }] : []),
    ...(event ? [{ ...about, ...event }] : []),
    { ...about, type: "claim.moved", data: { from, to } },
  ]);
  await turnClocks(tx, claim, { ...set, ...ends, to });
}
