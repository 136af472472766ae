import type { Permission } from "#lib/access/permissions";
import type { EventData, EventType } from "#lib/audit/event-types";
import type { AlertKind } from "./vocabulary.ts";

/** Some people, as far as an event tells who they are. Each of them is told only what their roles let them see. */
export type Group =
  /** Everybody at the platform desk who may do this. */
  | { who: "desk"; may: Permission }
  /**
   * Everybody who may do this at the member that the event names; `work` is whatever its purpose needs, and then those who are
   * there: on duty, or in the place of who is away.
   */
  | { who: "member"; may: Permission | "work" }
  /** Whom the member that the event names has told when nobody there answers. */
  | { who: "contacts" }
  /** Everybody who may take the work over at the member to which it is passed on; at the platform, who may take it back. */
  | { who: "passed-on" }
  /** Everybody who may do this at the members that hold the claim, or one kind of its work. */
  | { who: "holders"; may: Permission; purpose?: "write" }
  /** Whoever did one of these last, before the event and about the same thing. */
  | { who: "author"; of: readonly EventType[]; about: "claim" | "subject" }
  /** Everybody who has worked on the claim. */
  | { who: "part" }
  /** Whoever wrote the text that the event is about. */
  | { who: "writer" }
  /** Whoever may decide about that text next, and had no part in it. */
  | { who: "reviewers" }
  /** Whoever is to do the work, or is asked to in the place of somebody who is away. */
  | { who: "given" }
  /** The person whom the event is about. */
  | { who: "subject" };

/** What is known of an event and its claim when it is told. */
export type Told = { data: EventData; urgency: string | null; isKeptApart: boolean };

export type Rule = {
  kind: AlertKind;
  to: readonly Group[];
  /** Asked when the others are nobody who may still know. */
  orElse?: readonly Group[];
  when?: (told: Told) => boolean;
};

const desk = (may: Permission): Group => ({ who: "desk", may });
const member = (may: Permission | "work"): Group => ({ who: "member", may });
const holders = (may: Permission): Group => ({ who: "holders", may });
const author = (...of: EventType[]): Group => ({ who: "author", of, about: "claim" });
const authorOfSame = (...of: EventType[]): Group => ({ who: "author", of, about: "subject" });
const part: Group = { who: "part" };
const writer: Group = { who: "writer" };
const reviewers: Group = { who: "reviewers" };
const given: Group = { who: "given" };
const subject: Group = { who: "subject" };

/** A danger to life or worse: everybody at the desk who may act. What a detector keeps apart waits for a person's look. */
const urgent: Rule = {
  kind: "urgent",
  to: [desk("claim.triage")],
  when: ({ urgency, isKeptApart }) => urgency === "P0" && !isKeptApart,
};
/** All of the time has passed. */
const isOver = ({ data }: Told): boolean => data.level === 3;
const undone = (of: Group): readonly Rule[] => [{ kind: "decision-undone", to: [of] }];
const offerer = authorOfSame("assignment.offered");

/**
 * Who is told of which event, for every event that there is; null is nobody, because nobody waits for it or it is said elsewhere.
 * Somebody to whom several rules of an event apply is told the first. Nobody is told of what they did themselves.
 */
export const audiences: Readonly<Record<EventType, readonly Rule[] | null>> = {
  "report.submitted": null,
  "report.joined": null,
  "report.separated": null,
  "report.questioned": [{ kind: "reporter-asked", to: [holders("report.question")] }],
  "report.replied": [
    { kind: "reporter-answered", to: [authorOfSame("report.questioned"), holders("report.question")] },
  ],
  "upload.received": null,
  "upload.read": null,
  "upload.opened": null,
  "upload.blurred": null,
  "contact.read": null,
  "contact.deleted": null,
  "claim.received": [urgent],
  "claim.triaged": [urgent],
  "claim.triage-undone": undone(author("claim.triaged")),
  "claim.revised": [urgent],
  "text.redacted": null,
  "report.anonymised": null,
  // Whose work ends with it hears that.
  "claim.closed": null,
  "claim.merged": null,
  "claim.reopened": [...undone(author("claim.closed", "claim.merged")), urgent],
  "claim.split": null,
  "claim.moved": null,
  "claim.raised": [urgent],
  "claim.asked-again": [
    { kind: "asked-again", to: [author("claim.closed")], orElse: [desk("claim.reopen")] },
  ],
  "claim.quarantined": null,
  "claim.released": [urgent],
  "answer.reworded": null,
  "claim.waiting": null,
  "claim.resumed": null,
  "claim.snoozed": null,
  "claim.answers-read": null,
  "claim.answers-unread": null,
  "claim.woken": [{ kind: "back", to: [author("claim.snoozed")] }],
  "match.accepted": null,
  "match.rejected": null,
  "match.reconsidered": undone(authorOfSame("match.accepted", "match.rejected")),
  // The members hear of the work that they are offered.
  "route.confirmed": null,
  "route.undone": undone(author("route.confirmed")),
  "rules.drafted": null,
  "rules.edited": null,
  "rules.proposed": [{ kind: "rules-proposed", to: [desk("rules.manage")] }],
  "rules.returned": [{ kind: "rules-returned", to: [desk("rules.manage")] }],
  "rules.discarded": null,
  // Nobody can consent to them: everybody may object before they hold.
  "rules.waiting": [{ kind: "rules-waiting", to: [desk("rules.read")] }],
  "rules.activated": [{ kind: "rules-active", to: [desk("rules.read")] }],
  "rules.rolled-back": null,
  // What it found stands above the rules.
  "rules.checked": null,
  "assignment.offered": [{ kind: "work-offered", to: [member("work")] }],
  "assignment.accepted": null,
  "assignment.returned": [{ kind: "work-returned", to: [offerer], orElse: [desk("route.confirm")] }],
  "assignment.handed-over": [{ kind: "work-handed-over", to: [offerer, member("work")] }],
  "assignment.done": null,
  "assignment.withdrawn": [{ kind: "work-recalled", to: [member("work")] }],
  "assignment.assigned": [{ kind: "work-given", to: [given] }],
  "assignment.restored": [{ kind: "work-restored", to: [member("work")] }],
  "clock.escalated": [
    { kind: "clock-running-out", to: [{ who: "contacts" }], when: ({ data }) => data.level === 1 },
    { kind: "clock-running-out", to: [{ who: "passed-on" }], when: ({ data }) => data.level === 2 },
    { kind: "clock-over", to: [desk("clock.answer")], orElse: [desk("claim.triage")], when: isOver },
    {
      kind: "clock-over",
      to: [member("work")],
      when: (told) => isOver(told) && told.data.member !== undefined,
    },
  ],
  "evidence.added": null,
  "evidence.file-added": null,
  "evidence.withdrawn": [{ kind: "evidence-withdrawn", to: [authorOfSame("evidence.added")] }],
  "finding.submitted": [
    { kind: "finding-ready", to: [{ who: "holders", may: "draft.write", purpose: "write" }] },
  ],
  "reply.recorded": null,
  "draft.saved": null,
  "draft.submitted": [{ kind: "review-waiting", to: [reviewers] }],
  "draft.details-kept": null,
  "review.approved": [
    {
      kind: "ready-to-publish",
      to: [desk("debunk.publish")],
      when: ({ data }) => data.stage === "review-3",
    },
    { kind: "review-waiting", to: [reviewers] },
  ],
  "review.returned": [{ kind: "review-returned", to: [writer] }],
  "correction.opened": [{ kind: "correction-opened", to: [part] }],
  "correction.abandoned": [{ kind: "correction-abandoned", to: [authorOfSame("correction.opened"), writer] }],
  "debunk.published": [{ kind: "published", to: [part] }],
  "debunk.corrected": [{ kind: "corrected", to: [part] }],
  "debunk.retracted": [{ kind: "retracted", to: [part] }],
  "delivery.received": null,
  "label.answered": null,
  "adoption.recorded": null,
  "adoption.given": null,
  "adoption.lost": [{ kind: "page-lost", to: [member("adoption.tell")] }],
  "adoption.withdrawn": null,
  // Members are written to.
  "coverage.reminded": null,
  "coverage.recalled": null,
  "delivery.replayed": null,
  "endpoint.added": null,
  "endpoint.confirmed": null,
  "endpoint.changed": null,
  "endpoint.paused": null,
  "endpoint.resumed": null,
  "endpoint.rotated": null,
  "endpoint.tested": null,
  "endpoint.removed": null,
  "endpoint.gone": [{ kind: "endpoint-ended", to: [member("endpoint.manage"), desk("endpoint.manage")] }],
  "endpoint.stopped": [{ kind: "endpoint-ended", to: [member("endpoint.manage"), desk("endpoint.manage")] }],
  "demo.loaded": null,
  "reaction.given-up": [{ kind: "work-given-up", to: [desk("reaction.retry")] }],
  "reaction.retried": null,
  "letter.retried": null,
  "api-key.created": [{ kind: "key-changed", to: [member("key.manage")] }],
  "api-key.rotated": [{ kind: "key-changed", to: [member("key.manage")] }],
  "api-key.revoked": [{ kind: "key-changed", to: [member("key.manage")] }],
  "person.invited": null,
  "invitation.withdrawn": null,
  "person.joined": [{ kind: "colleague-joined", to: [member("people.invite")] }],
  "person.removed": [{ kind: "own-roles-changed", to: [subject] }],
  "person.roles-changed": [{ kind: "own-roles-changed", to: [subject] }],
  "person.contact-set": null,
  // It stands on the roster of their member.
  "leave.taken": null,
  "leave.ended": null,
  "duty.given": null,
  "duty.ended": null,
  "session.started": null,
  "session.ended": null,
  "password.changed": null,
  "password-link.made": [{ kind: "own-password-link", to: [subject] }],
  "password.reset": null,
};
