import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { type ClaimOutcome, inHand, loadClaim } from "./change-claim.ts";
import { moveClaim } from "./move-claim.ts";
import type { TriageClaim } from "./schema.ts";
import { assertKnown, columnsOf, writePlaces } from "./write-facts.ts";

/** Accepts a received claim for verification, with its wording, topic, places and urgency. */
export async function triageClaim(actor: Actor, input: TriageClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, urgency: true });
  const by = assertCan(actor, "claim.triage");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  // A closed claim is reopened first, a routed one is recalled: each undoes all of its step.
  if (claim.status !== "received") return { ok: false, reason: "MOVE_REFUSED" };
  await assertKnown(input);
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await moveClaim(tx, claim, {
      to: "triaged",
      actor: by,
      // How urgent it is has been decided, also when the acceptance is taken back.
      set: { ...columnsOf(claim, input), guessedUrgency: null },
      event: {
        type: "claim.triaged",
        data: { topic: input.topicId, urgency: input.urgency, places: input.places },
      },
    });
    await writePlaces(tx, claim.id, input.places);
    return { ok: true };
  });
}
