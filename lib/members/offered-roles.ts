import { platformRoles, type Role, roles } from "#lib/access/roles";

/** The roles that can be held at a member of a tier. */
export const offeredRoles = (tier: string): readonly Role[] =>
  tier === "1" ? roles : roles.filter((role) => !platformRoles.includes(role));
