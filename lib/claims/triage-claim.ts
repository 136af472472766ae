import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { tokensOf } from "#lib/matching/tokens";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { findTopic } from "#lib/reference/topics";
import { type ClaimOutcome, inHand, loadClaim } from "./change-claim.ts";
import { moveClaim } from "./move-claim.ts";
import type { TriageClaim } from "./schema.ts";
import { canMove, isClosed } from "./status.ts";

/** Accepts a received claim for verification, with its wording, topic, places and urgency. */
export async function triageClaim(actor: Actor, input: TriageClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "claim.triage");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  // A closed claim is reopened first, which undoes all of its closing.
  if (isClosed(claim.status) || !canMove(claim.status, "triaged"))
    return { ok: false, reason: "MOVE_REFUSED" };
  await refuseUnknown(input);
  return decide<ClaimOutcome>(
    async (tx) => {
      await moveClaim(tx, claim, {
        to: "triaged",
        actor: by,
        set: {
          wording: input.wording,
          topicId: input.topicId,
          subtopicId: input.subtopicId || null,
          urgency: input.urgency,
          searchTokens: tokensOf(input.wording),
        },
        event: {
          type: "claim.triaged",
          data: { topic: input.topicId, urgency: input.urgency, places: input.places },
        },
      });
      await tx.claimPlace.deleteMany({ where: { claimId: claim.id } });
      await tx.claimPlace.createMany({
        data: [...new Set(input.places)].map((divisionCode) => ({ claimId: claim.id, divisionCode })),
      });
      return { ok: true };
    },
    { lost: "CLAIM_CHANGED" },
  );
}

async function refuseUnknown({ topicId, subtopicId, places }: TriageClaim): Promise<void> {
  const topic = await findTopic(topicId);
  if (!topic) throw new AppError("VALIDATION", [{ path: "topicId", message: "unknown" }]);
  if (subtopicId && !topic.subtopics.some(({ id }) => id === subtopicId)) {
    throw new AppError("VALIDATION", [{ path: "subtopicId", message: "unknown" }]);
  }
  const wanted = [...new Set(places)];
  const found = await db.division.count({ where: { code: { in: wanted } } });
  if (found !== wanted.length) throw new AppError("VALIDATION", [{ path: "places", message: "unknown" }]);
}
