/** Every event that can be recorded, and who may see it. `public` ones make up the citizen's timeline. */
export const eventTypes = {
  "report.submitted": "desk",
  "report.joined": "desk",
  "report.separated": "desk",
  "report.questioned": "desk",
  "report.replied": "desk",
  "upload.received": "desk",
  "upload.read": "desk",
  "upload.opened": "desk",
  "upload.blurred": "desk",
  "contact.read": "desk",
  "contact.deleted": "desk",
  "claim.received": "public",
  "claim.triaged": "public",
  "claim.triage-undone": "public",
  "claim.revised": "desk",
  /** A stored text lost personal details that a later rule knows. */
  "text.redacted": "desk",
  /** A report of a year ago lost its words. */
  "report.anonymised": "desk",
  "claim.closed": "public",
  "claim.merged": "public",
  "claim.reopened": "public",
  /** Some of its reports became a claim of their own. */
  "claim.split": "desk",
  /** Every change of the state, whatever the reason; people are told the reason. */
  "claim.moved": "desk",
  "claim.raised": "desk",
  /** Many ask about a claim that was closed with a decision. */
  "claim.asked-again": "desk",
  "claim.quarantined": "desk",
  "claim.released": "desk",
  /** What everybody reads whose claim is closed in a way. */
  "answer.reworded": "desk",
  "claim.waiting": "desk",
  "claim.resumed": "desk",
  /** Somebody has put it off until a time; it has come back before. */
  "claim.snoozed": "desk",
  "claim.woken": "desk",
  /** Somebody at the desk has read what its senders answered, and nothing is to be decided; or took that back. */
  "claim.answers-read": "desk",
  "claim.answers-unread": "desk",
  "match.accepted": "desk",
  "match.rejected": "desk",
  /** What was said of a match was taken back. */
  "match.reconsidered": "desk",
  "route.confirmed": "public",
  "route.undone": "public",
  /** A version of the routing rules was begun, changed, and brought before a second person, or given back. */
  "rules.drafted": "desk",
  "rules.edited": "desk",
  "rules.proposed": "desk",
  "rules.returned": "desk",
  "rules.discarded": "desk",
  /** Nobody else can consent to a version: it becomes active by itself after a while, which everybody at the desk should know. */
  "rules.waiting": "desk",
  "rules.activated": "desk",
  /** An earlier version was made active again. */
  "rules.rolled-back": "desk",
  /** The active rules were looked through at night. */
  "rules.checked": "desk",
  "assignment.offered": "desk",
  "assignment.accepted": "public",
  "assignment.returned": "desk",
  "assignment.handed-over": "desk",
  "assignment.done": "desk",
  "assignment.withdrawn": "desk",
  /** A person of the member does it, or no longer does. */
  "assignment.assigned": "desk",
  /** The end that took the work from the member was undone. */
  "assignment.restored": "desk",
  /** Nobody answered in a part of the time: the next level was told. */
  "clock.escalated": "desk",
  "evidence.added": "desk",
  "evidence.file-added": "desk",
  "evidence.withdrawn": "desk",
  "finding.submitted": "desk",
  "reply.recorded": "desk",
  "draft.saved": "desk",
  "draft.submitted": "public",
  /** Somebody has said that details which may tell of a private person are public or needed. */
  "draft.details-kept": "desk",
  "review.approved": "desk",
  "review.returned": "desk",
  "correction.opened": "desk",
  "correction.abandoned": "desk",
  "debunk.published": "public",
  "debunk.corrected": "public",
  "debunk.retracted": "public",
  "delivery.received": "desk",
  /** A platform said what it made of a label. */
  "label.answered": "desk",
  /** A member has said where it republished a notice. */
  "adoption.recorded": "desk",
  /** A member has given the address of a page, which is to be opened. */
  "adoption.given": "desk",
  /** The notice is no longer where it was found. */
  "adoption.lost": "desk",
  "adoption.withdrawn": "desk",
  /** Somebody had the members reminded that have not confirmed a notice, or that show an older version. */
  "coverage.reminded": "desk",
  "coverage.recalled": "desk",
  "delivery.replayed": "admin",
  "endpoint.added": "admin",
  "endpoint.confirmed": "admin",
  "endpoint.changed": "admin",
  "endpoint.paused": "admin",
  "endpoint.resumed": "admin",
  "endpoint.rotated": "admin",
  "endpoint.tested": "admin",
  "endpoint.removed": "admin",
  "endpoint.gone": "admin",
  "endpoint.stopped": "admin",
  "demo.loaded": "admin",
  "reaction.given-up": "admin",
  "reaction.retried": "admin",
  "letter.retried": "admin",
  "api-key.created": "admin",
  "api-key.rotated": "admin",
  "api-key.revoked": "admin",
  "person.invited": "admin",
  "invitation.withdrawn": "admin",
  "person.joined": "admin",
  "person.removed": "admin",
  "person.roles-changed": "admin",
  /** Somebody is told, or no longer told, when nobody at their member answers. */
  "person.contact-set": "admin",
  "leave.taken": "admin",
  "leave.ended": "admin",
  "duty.given": "admin",
  "duty.ended": "admin",
  "session.started": "admin",
  "session.ended": "admin",
  "password.changed": "admin",
  "password-link.made": "admin",
  "password.reset": "admin",
} as const satisfies Record<string, "public" | "desk" | "admin">;

export type EventType = keyof typeof eventTypes;

/** What a claim's timeline leaves out: reports that joined by themselves are told with the reports, a move with its reason. */
export const untold: readonly EventType[] = ["report.joined", "claim.moved", "assignment.done"];

/** The events that the worker answers with reactions (lib/worker.ts); the others are only told. */
export const outboxTypes = [
  "report.submitted",
  "report.joined",
  "report.questioned",
  "report.replied",
  "upload.received",
  "upload.read",
  "claim.received",
  "claim.triaged",
  "claim.triage-undone",
  "claim.revised",
  "claim.closed",
  "claim.merged",
  "claim.reopened",
  "claim.raised",
  "claim.asked-again",
  "claim.released",
  "claim.woken",
  "match.reconsidered",
  "route.undone",
  "rules.proposed",
  "rules.returned",
  "rules.waiting",
  "rules.activated",
  "assignment.offered",
  "assignment.returned",
  "assignment.handed-over",
  "assignment.withdrawn",
  "assignment.assigned",
  "assignment.restored",
  "clock.escalated",
  "evidence.withdrawn",
  "finding.submitted",
  "draft.submitted",
  "review.approved",
  "review.returned",
  "correction.opened",
  "correction.abandoned",
  "debunk.published",
  "debunk.corrected",
  "debunk.retracted",
  "adoption.recorded",
  "adoption.lost",
  "adoption.withdrawn",
  "endpoint.gone",
  "endpoint.stopped",
  "reaction.given-up",
  "api-key.created",
  "api-key.rotated",
  "api-key.revoked",
  "person.joined",
  "person.removed",
  "person.roles-changed",
  "leave.taken",
  "password-link.made",
] as const satisfies readonly EventType[];
export type OutboxType = (typeof outboxTypes)[number];

export const isOutboxType = (type: EventType): type is OutboxType =>
  (outboxTypes as readonly EventType[]).includes(type);

/** The outbox events whose reactions take seconds, such as reading a picture. */
export const isSlowType = (type: EventType): boolean => type === "upload.received";

/** Small facts about an event: ids, codes and counts, never a citizen's text or contact. */
export type EventData = Record<string, string | number | boolean | null | readonly string[]>;

declare global {
  namespace PrismaJson {
    type EventType = import("./event-types.ts").EventType;
    type EventData = import("./event-types.ts").EventData;
    type ActorKind = "person" | "citizen" | "system";
  }
}
