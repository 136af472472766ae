import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import type { Permission } from "#lib/access/permissions";
import type { Role } from "#lib/access/roles";

/** In the order in which they are needed: a long row shows the first and folds the rest. */
const places = [
  { name: "queue", href: "/desk/queue", permission: "queue.read" },
  { name: "assignments", href: "/desk/assignments", permission: "assignment.list" },
  { name: "clocks", href: "/desk/clocks", permission: "clock.list" },
  { name: "duty", href: "/desk/duty", permission: "roster.read" },
  { name: "reviews", href: "/desk/reviews", permission: "review.list" },
  { name: "deliveries", href: "/desk/deliveries", permission: "delivery.list" },
  { name: "coverage", href: "/desk/coverage", permission: "coverage.read" },
  { name: "members", href: "/desk/members", permission: "people.list" },
  { name: "endpoints", href: "/desk/endpoints", permission: "endpoint.list" },
  { name: "keys", href: "/desk/keys", permission: "key.list" },
  { name: "matching", href: "/desk/matching", permission: "match.read" },
  { name: "routing", href: "/desk/routing", permission: "rules.read" },
  { name: "answers", href: "/desk/answer-texts", permission: "claim.close" },
  { name: "audit", href: "/desk/audit", permission: "audit.read" },
  { name: "unfinished", href: "/desk/unfinished", permission: "reaction.list" },
  { name: "account", href: "/desk/account", permission: "account.manage" },
] as const satisfies readonly { name: string; href: string; permission: Permission }[];

/** The places of the desk that the actor may enter. */
export const deskPlaces = (actor: Actor) => places.filter(({ permission }) => can(actor, permission));

/**
 * Where the actor's day begins: decisions at the platform, then texts to review, then work that was given to them, then what they look
 * after. The queue is open to all at the platform, and waits for those alone who decide.
 */
export function firstWork(actor: Actor): string {
  const is = (...roles: readonly Role[]) => actor.grants.some(({ role }) => roles.includes(role));
  if (can(actor, "claim.triage")) return "/desk/queue";
  if (is("reviewer")) return "/desk/reviews";
  if (is("coordinator", "verifier", "writer")) return "/desk/assignments";
  if (is("admin")) return "/desk/members";
  return is("auditor") ? "/desk/audit" : "/desk/account";
}
