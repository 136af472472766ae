import { LostRace } from "#lib/claims/change-claim";
import type { ClaimStatus } from "#lib/claims/status";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import type { DraftInHand } from "./load-draft.ts";

/** Takes the claim along with its first text; a correction leaves a published claim where it is. @throws LostRace */
export async function moveClaim(tx: Tx, draft: DraftInHand, to: ClaimStatus): Promise<void> {
  if (draft.kind !== "initial" || draft.claim.status === to) return;
  const { count } = await tx.claim.updateMany({
    where: { id: draft.claimId, status: draft.claim.status },
    data: { status: to, version: { increment: 1 }, updatedAt: now() },
  });
  if (count === 0) throw new LostRace();
}
