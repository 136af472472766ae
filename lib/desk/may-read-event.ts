import type { Actor } from "#lib/access/actor";
import { canEverywhere, membersFor } from "#lib/access/can";
import type { EventType } from "#lib/audit/event-types";

/** What an event is, and the members that it names. */
export type NamedEvent = { type: EventType; members: readonly unknown[] };

/**
 * Which events of a claim its reader may know of: a member sees the way of the claim and its own work, not whom else was
 * asked or why a contact was read.
 */
export function mayReadEvent(actor: Actor, { type, members }: NamedEvent): boolean {
  if (canEverywhere(actor, "claim.read")) return true;
  if (type === "contact.read" || type === "contact.deleted") return false;
  if (!type.startsWith("assignment.") && type !== "clock.escalated") return true;
  return membersFor(actor, "claim.read").some((id) => members.includes(id));
}
