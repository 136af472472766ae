import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import type { Permission } from "#lib/access/permissions";

const places = [
  { name: "queue", href: "/desk/queue", permission: "queue.read" },
  { name: "assignments", href: "/desk/assignments", permission: "assignment.list" },
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

/** Where the actor's day begins: decisions at the platform, then texts to review, then work that was given to them. */
export function firstWork(actor: Actor): string {
  if (can(actor, "claim.triage")) return "/desk/queue";
  if (actor.grants.some(({ role }) => role === "reviewer")) return "/desk/reviews";
  if (actor.grants.some(({ tier }) => tier !== "1")) return "/desk/assignments";
  return deskPlaces(actor)[0]?.href ?? "/desk/account";
}
