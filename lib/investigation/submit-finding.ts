import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import { moveClaim } from "#lib/claims/move-claim";
import { finishWork } from "#lib/claims/work/assignments";
import { workersOn } from "#lib/claims/work/queries";
import { now } from "#lib/platform/clock";
import { decide } from "#lib/platform/decide";
import { newId } from "#lib/platform/id";
import type { SubmitFinding } from "./schema.ts";

export type FindingOutcome =
  | { ok: true }
  | { ok: false; reason: "CLAIM_CHANGED" | "MOVE_REFUSED" | "NO_EVIDENCE" };

/** The verifier's verdict with its key points. The first one opens the writing; a later one replaces it and stays on record. */
export async function submitFinding(actor: Actor, input: SubmitFinding): Promise<FindingOutcome> {
  const { claimId, verdict } = input;
  return decide<FindingOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const claim = await holdClaim(tx, claimId);
    const by = assertCan(actor, "finding.submit", { memberIds: await workersOn(claimId, ["verify"], tx) });
    if (claim.status !== "verifying" && claim.status !== "drafting")
      return { ok: false, reason: "MOVE_REFUSED" };
    if ((await tx.evidence.count({ where: { claimId, withdrawnAt: null } })) === 0)
      return { ok: false, reason: "NO_EVIDENCE" };
    const id = newId();
    await tx.finding.create({
      data: {
        id,
        claimId,
        memberId: by.memberId,
        foundById: actor.userId,
        foundAt: now(),
        verdict,
        keyPoints: input.keyPoints.split("\n").flatMap((line) => line.trim() || []),
        howWeKnow: input.howWeKnow,
      },
    });
    await recordEvent(tx, {
      type: "finding.submitted",
      actor: by,
      subjectId: id,
      claimId,
      data: { verdict },
    });
    await finishWork(tx, claimId, by, { purpose: "verify", memberId: by.memberId });
    if (claim.status === "verifying") await moveClaim(tx, claim, { to: "drafting", actor: by });
    return { ok: true };
  });
}
