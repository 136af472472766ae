import { AppError } from "#lib/platform/errors";
import type { Actor, EventActor, Grant } from "./actor.ts";
import { type Permission, ruleOf } from "./permissions.ts";

/** Whatever holds roles: what may be done depends on nothing else of a person. */
type Holder = Pick<Actor, "grants">;

/** The member(s) that a resource belongs to; a claim belongs to every member it is assigned to. */
export type Resource = { memberIds: readonly string[] };

function grantFor(actor: Holder, permission: Permission, resource?: Resource): Grant | undefined {
  const rule = ruleOf(permission);
  return (
    actor.grants.find((grant) => grant.tier === "1" && rule.platform.includes(grant.role)) ??
    actor.grants.find(
      (grant) =>
        rule.member.includes(grant.role) && (!resource || resource.memberIds.includes(grant.memberId)),
    )
  );
}

/** Whether the actor may do this to this resource; without a resource, whether they may do it to any at all. */
export const can = (actor: Holder, permission: Permission, resource?: Resource): boolean =>
  grantFor(actor, permission, resource) !== undefined;

/** Whether the permission holds for every resource, because of a role at the platform desk. */
export const canEverywhere = (actor: Holder, permission: Permission): boolean =>
  actor.grants.some((grant) => grant.tier === "1" && ruleOf(permission).platform.includes(grant.role));

/** The members for whose resources the actor holds the permission through a role there. */
export const membersFor = (actor: Holder, permission: Permission): string[] => [
  ...new Set(
    actor.grants
      .filter((grant) => ruleOf(permission).member.includes(grant.role))
      .map((grant) => grant.memberId),
  ),
];

/**
 * Refuses what is not allowed, and returns the capacity in which it is: the role and member that events record.
 * @throws AppError FORBIDDEN
 */
export function assertCan(
  actor: Actor,
  permission: Permission,
  resource?: Resource,
): EventActor & { kind: "person" } {
  const grant = grantFor(actor, permission, resource);
  if (!grant) throw new AppError("FORBIDDEN");
  const { userId, batchId, undoes } = actor;
  const { role, memberId } = grant;
  return { kind: "person", userId, role, memberId, ...(batchId && { batchId }), ...(undoes && { undoes }) };
}
