import type { Actor } from "#lib/access/actor";
import { canEverywhere, membersFor } from "#lib/access/can";
import { givenStates } from "#lib/access/holding";
import { mayReadEvent } from "#lib/desk/may-read-event";
import { db } from "#lib/platform/db";
import type { LiveEvent } from "./read-events.ts";

/** The members that were given each of some claims and did not return them. */
export type Holders = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether somebody hears of every claim, so that nobody has to look who holds it. */
export const hearsAll = (actor: Actor): boolean => canEverywhere(actor, "claim.read");

/** Who holds these claims: one query, however many streams ask. */
async function holdersOfEach(claimIds: readonly string[]): Promise<Holders> {
  const held = await db.assignment.findMany({
    where: { claimId: { in: [...claimIds] }, status: { in: [...givenStates] } },
    select: { claimId: true, memberId: true },
  });
  const holders = new Map<string, Set<string>>();
  for (const { claimId, memberId } of held)
    holders.set(claimId, (holders.get(claimId) ?? new Set()).add(memberId));
  return holders;
}

/** The same for whoever of these people needs it: where all of them hear of every claim, nobody looks. */
export const holdersFor = async (actors: readonly Actor[], claimIds: readonly string[]): Promise<Holders> =>
  actors.every(hearsAll) ? new Map() : holdersOfEach([...new Set(claimIds)]);

/** The claims among these that the actor may read. */
export function heardClaims(actor: Actor, claims: readonly string[], holders: Holders): readonly string[] {
  if (hearsAll(actor)) return claims;
  const own = membersFor(actor, "claim.read");
  return claims.filter((claim) => own.some((member) => holders.get(claim)?.has(member)));
}

/**
 * Of these events those that the actor may know of, with the claims that they may read: as in a claim's timeline. Whose work was
 * withdrawn, or who gave it away, is told that too, though the claim is no longer theirs to read.
 */
export function heardEvents(actor: Actor, events: readonly LiveEvent[], holders: Holders): LiveEvent[] {
  if (hearsAll(actor)) return [...events];
  const own = membersFor(actor, "claim.read");
  return events.flatMap((event) => {
    if (!mayReadEvent(actor, event)) return [];
    const isOwnWork = event.type.startsWith("assignment.") && event.members.some((id) => own.includes(id));
    const claims = isOwnWork ? event.claims : heardClaims(actor, event.claims, holders);
    return claims.length > 0 ? [{ ...event, claims }] : [];
  });
}
