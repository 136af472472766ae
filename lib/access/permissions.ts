import type { Role } from "./roles.ts";

/**
 * Who may do what. `platform`: these roles at the platform desk, on every claim. `member`: these roles at the
 * member that the resource names (the assignment's, the draft's). Whatever is not listed is refused.
 */
type Rule = { platform?: readonly Role[]; member?: readonly Role[] };

const desk = ["moderator", "duty-editor"] as const;
const everybody = ["moderator", "reviewer", "duty-editor", "admin", "auditor"] as const;
const workers = ["coordinator", "verifier", "writer", "reviewer"] as const;

export const permissions = {
  /** Enter the desk at all. */
  "desk.enter": { platform: [...everybody, ...workers], member: workers },
  "queue.read": { platform: everybody },
  /** Give a filter of the queue a name, for oneself or for the desk. */
  "queue.save": { platform: everybody },
  /** Read a claim with its reports; members only where they hold an assignment. */
  "claim.read": { platform: everybody, member: workers },
  "claim.triage": { platform: desk },
  /** Change what an accepted claim says and is about. */
  "claim.revise": { platform: desk },
  "claim.close": { platform: desk },
  "claim.merge": { platform: desk },
  "claim.reopen": { platform: desk },
  "claim.wait": { platform: desk },
  /** Put a claim off, and bring it back. */
  "claim.snooze": { platform: desk },
  /** Say whether two things are the same: accept or reject what matching suggests, take a report out of a claim. */
  "match.decide": { platform: desk },
  "match.read": { platform: everybody },
  /** Put a claim that a detector kept apart into the queue. */
  "claim.release": { platform: desk },
  /** Ask the sender of a report something, by receipt alone. */
  "report.question": { platform: desk, member: ["verifier", "coordinator"] },
  /** Open what a citizen sent as it was sent. */
  "file.read": { platform: desk, member: ["verifier", "writer", "coordinator"] },
  /** Make the copy of a picture that a notice may show. */
  "file.blur": { platform: desk, member: ["verifier", "writer", "coordinator"] },
  /** Say that what the senders of a claim answered is read, where nothing is to be decided. */
  "answers.read": { platform: desk },
  "route.confirm": { platform: desk },
  /** See what runs out, and whom it is passed on to. */
  "clock.list": { platform: everybody },
  /** Answer for what nobody did in its time. */
  "clock.answer": { platform: ["duty-editor"] },
  /** See by which rules routes are proposed, and change them. */
  "rules.read": { platform: everybody },
  "rules.manage": { platform: ["duty-editor", "admin"] },
  "assignment.list": { platform: ["moderator", "duty-editor", "admin", "auditor"], member: workers },
  "assignment.accept": { member: ["coordinator", "verifier", "writer"] },
  "assignment.return": { member: ["coordinator", "verifier", "writer"] },
  /** Take or give back work of a purpose: each role its own. */
  "assignment.verify": { member: ["coordinator", "verifier"] },
  "assignment.write": { member: ["coordinator", "writer"] },
  "assignment.assist": { member: ["coordinator", "verifier", "writer"] },
  "assignment.hand-over": { member: ["coordinator"] },
  /** Take work over that was passed on because nobody answered; what that needs is asked too. */
  "assignment.take-over": { member: ["coordinator", "verifier", "writer"] },
  /** Say which person of the member does it; to take it oneself is the right to its purpose. */
  "assignment.give": { member: ["coordinator"] },
  /** Take work back from a member. */
  "assignment.recall": { platform: desk },
  "evidence.add": { member: ["verifier", "writer", "coordinator"] },
  "evidence.withdraw": { platform: desk, member: ["verifier", "writer", "coordinator"] },
  "finding.submit": { member: ["verifier", "coordinator"] },
  "reply.record": { platform: desk, member: ["verifier", "writer", "coordinator"] },
  "draft.write": { member: ["writer"] },
  "draft.submit": { member: ["writer"] },
  "draft.read": { platform: ["moderator", "reviewer", "duty-editor", "admin", "auditor"], member: workers },
  "review.list": { platform: ["reviewer", "duty-editor", "auditor"], member: ["reviewer"] },
  "review.first": { platform: ["reviewer"], member: ["reviewer"] },
  "review.second": { platform: ["reviewer"] },
  "review.final": { platform: ["duty-editor"] },
  "debunk.publish": { platform: ["duty-editor"] },
  "correction.open": { platform: desk, member: ["writer"] },
  "correction.abandon": { platform: desk },
  "contact.read": { platform: desk },
  "delivery.list": { platform: [...desk, "admin", "auditor"], member: workers },
  "delivery.receive": { member: workers },
  /** Say where a member has republished a notice, and take that back. */
  "adoption.tell": { member: workers },
  /** See who carries a notice, who does not, and whom to call. */
  "coverage.read": { platform: [...everybody, "coordinator"] },
  /** Have members reminded, or asked to replace what is out of date. */
  "coverage.remind": { platform: [...desk, "coordinator"] },
  /** Where a member receives publications, and what became of each. */
  "endpoint.list": { platform: ["duty-editor", "admin", "auditor"], member: ["coordinator"] },
  "endpoint.manage": { platform: ["admin"], member: ["coordinator"] },
  /** What the system was to do after an event, could not and has given up. */
  "reaction.list": { platform: ["duty-editor", "admin", "auditor"] },
  "reaction.retry": { platform: ["duty-editor", "admin"] },
  "audit.read": { platform: ["auditor", "admin"] },
  /** See what an installation still lacks. */
  "steps.read": { platform: ["admin"] },
  "people.list": { platform: ["admin", "auditor"], member: ["coordinator"] },
  "people.invite": { platform: ["admin"], member: ["coordinator"] },
  "people.remove": { platform: ["admin"], member: ["coordinator"] },
  "people.change-roles": { platform: ["admin"], member: ["coordinator"] },
  /** See who of one's own member is on duty and who is away, and say that one is away oneself. */
  "roster.read": { member: [...everybody, ...workers] },
  /** Say it of others of that member, and who is on duty. */
  "roster.manage": { member: ["coordinator", "duty-editor", "admin"] },
  /** Make the link with which somebody chooses a new password. */
  "people.reset-password": { platform: ["admin"], member: ["coordinator"] },
  /** The keys of a member's own applications. */
  "key.list": { platform: ["admin", "auditor"], member: ["coordinator"] },
  "key.manage": { platform: ["admin"], member: ["coordinator"] },
  /** One's own account: name, password, sessions. */
  "account.manage": { platform: [...everybody, ...workers], member: workers },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** The rule of a permission, with both lists present. */
export function ruleOf(permission: Permission): Required<Rule> {
  const rule: Rule = permissions[permission];
  return { platform: rule.platform ?? [], member: rule.member ?? [] };
}
