import type { EventActor } from "#lib/access/actor";
import { ruleOf } from "#lib/access/permissions";

/**
 * What else changes of a claim when somebody at the platform desk decides about it: it is theirs from then on, they have read
 * what its senders answered, and it is put off no longer. What members and the system do is no decision of the desk.
 */
export const decidedBy = (actor: EventActor) =>
  actor.kind === "person" && ruleOf("claim.triage").platform.includes(actor.role)
    ? { decidedById: actor.userId, repliedAt: null, snoozedUntil: null }
    : {};
