import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import type { EventData } from "#lib/audit/event-types";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { newId } from "#lib/platform/id";
import type { Urgency } from "#lib/reference/urgency";
import { type ClaimOutcome, changeClaim, inHand, loadClaim } from "./change-claim.ts";
import type { Facts, ReviseClaim } from "./schema.ts";
import { isOpen, isUnderReview } from "./status.ts";
import { assertKnown, columnsOf, writePlaces } from "./write-facts.ts";

const facts = {
  wording: true,
  topicId: true,
  subtopicId: true,
  urgency: true,
  places: { select: { divisionCode: true } },
} as const;

/**
 * Changes what an accepted claim says and is about, as long as nothing is published; what was before stays on record. Its
 * notice shows all of it but the urgency, so from the first review on the rest stays as the reviewers read it.
 */
export async function reviseClaim(actor: Actor, input: ReviseClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, ...facts });
  const by = assertCan(actor, "claim.revise");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!isOpen(claim.status) || claim.status === "received") return { ok: false, reason: "MOVE_REFUSED" };
  await assertKnown(input);
  const places = claim.places.map(({ divisionCode }) => divisionCode);
  const changes = changesBetween({ ...claim, places }, input);
  if (changes.length === 0) return { ok: true };
  if (isUnderReview(claim.status) && changes.some(({ name }) => name !== "urgency"))
    return { ok: false, reason: "UNDER_REVIEW" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const data = { ...recordOf(changes), ...(await keepWording(tx, claim, input.wording)) };
    const event = { type: "claim.revised", actor: by, data } as const;
    await changeClaim(tx, claim, columnsOf(claim, input), event);
    await writePlaces(tx, claim.id, input.places);
    return { ok: true };
  });
}

type Said = Omit<Facts, "topicId" | "subtopicId"> & {
  topicId: string | null;
  subtopicId?: string | null | undefined;
  urgency: Urgency;
};

const compared = (said: Said) => ({
  wording: said.wording,
  topic: said.topicId ?? "",
  subtopic: said.subtopicId ?? "",
  places: [...new Set(said.places)].toSorted(),
  urgency: said.urgency,
});

/** What differs, with what it was and what it is. */
function changesBetween(before: Said, after: Said) {
  const now = Object.entries(compared(after));
  return Object.entries(compared(before)).flatMap(([name, was], at) => {
    const is = now[at]?.[1] ?? "";
    return isDeepStrictEqual(was, is) ? [] : [{ name, was, is }];
  });
}

/** The event of a revision: the names of what changed, and how each was and is; of words, the row that keeps them. */
const recordOf = (changes: ReturnType<typeof changesBetween>): EventData => ({
  revised: changes.map(({ name }) => name),
  ...Object.fromEntries(
    changes
      .filter(({ name }) => name !== "wording")
      .flatMap(({ name, was, is }) => [
        [`${name}Before`, was],
        [`${name}After`, is],
      ]),
  ),
});

/** Keeps the words that give way to others, and tells where. */
async function keepWording(
  tx: Tx,
  claim: { id: string; wording: string },
  wording: string,
): Promise<EventData> {
  if (claim.wording === wording) return {};
  const { id: former } = await tx.formerWording.create({
    data: { id: newId(), claimId: claim.id, wording: claim.wording, replacedAt: now() },
    select: { id: true },
  });
  return { former };
}
