import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { inHand, LostRace, loadClaim, raced } from "#lib/claims/change-claim";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { workersOn } from "#lib/routing/queries";
import type { SubmitFinding } from "./schema.ts";

export type FindingOutcome =
  | { ok: true }
  | { ok: false; reason: "CLAIM_CHANGED" | "MOVE_REFUSED" | "NO_EVIDENCE" };

const findable = ["verifying", "drafting"] as const;

/** The verifier's verdict with its key points. The first one opens the writing; a later one replaces it and stays on record. */
export async function submitFinding(actor: Actor, input: SubmitFinding): Promise<FindingOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "finding.submit", { memberIds: await workersOn(claim.id, "verify") });
  if (!findable.some((status) => status === claim.status)) return { ok: false, reason: "MOVE_REFUSED" };
  const evidence = await db.evidence.count({ where: { claimId: claim.id, withdrawnAt: null } });
  if (evidence === 0) return { ok: false, reason: "NO_EVIDENCE" };
  return raced(
    db.$transaction(async (tx): Promise<FindingOutcome> => {
      const { count } = await tx.claim.updateMany({
        where: { id: claim.id, status: claim.status },
        data: { status: "drafting", version: { increment: 1 }, updatedAt: now() },
      });
      if (count === 0) throw new LostRace();
      const id = newId();
      await tx.finding.create({
        data: {
          id,
          claimId: claim.id,
          memberId: by.memberId,
          foundById: actor.userId,
          foundAt: now(),
          verdict: input.verdict,
          keyPoints: input.keyPoints.split("\n").flatMap((line) => line.trim() || []),
          howWeKnow: input.howWeKnow,
        },
      });
      await tx.assignment.updateMany({
        where: { claimId: claim.id, memberId: by.memberId, purpose: "verify", status: "accepted" },
        data: { status: "done", doneAt: now() },
      });
      await recordEvent(tx, {
        type: "finding.submitted",
        actor: by,
        subjectId: id,
        claimId: claim.id,
        data: { verdict: input.verdict },
      });
      return { ok: true };
    }),
  );
}
