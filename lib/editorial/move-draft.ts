import type { EventActor } from "#lib/access/actor";
import { holdClaim } from "#lib/claims/change-claim";
import { moveClaim } from "#lib/claims/move-claim";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import { lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import type { DraftInHand } from "./load-draft.ts";
import { canMoveDraft, claimStatusAfter, type DraftStatus } from "./status.ts";

type Move = {
  to: DraftStatus;
  actor: EventActor;
  /** The version that is saved with it. */
  latestVersion?: number;
  /** The member that answers for the text from now on. */
  memberId?: string;
};

/**
 * The one door to a draft's status: the move is legal, and the draft is as it was seen. A first text takes its claim
 * along; a correction leaves a published claim where it is until it is published itself.
 * @throws AppError CONFLICT
 */
export async function moveDraft(tx: Tx, draft: DraftInHand, { to, actor, ...set }: Move): Promise<void> {
  if (!canMoveDraft(draft.status, to)) throw new AppError("CONFLICT");
  const claim = await holdClaim(tx, draft.claimId);
  const { count } = await tx.draft.updateMany({
    where: { id: draft.id, status: draft.status, latestVersion: draft.latestVersion },
    data: { ...set, status: to, updatedAt: now() },
  });
  if (count === 0) lose();
  const next = claimStatusAfter(draft.kind, to) ?? claim.status;
  if (next !== claim.status) await moveClaim(tx, claim, { to: next, actor });
}
