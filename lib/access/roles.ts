/** What a person may be at a member. The platform desk's own roles are held at the platform. */
export const roles = [
  "moderator",
  "coordinator",
  "verifier",
  "writer",
  "reviewer",
  "duty-editor",
  "admin",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

/** Roles that only people of the platform desk (tier 1) can hold. */
export const platformRoles: readonly Role[] = ["moderator", "duty-editor", "admin", "auditor"];

declare global {
  namespace PrismaJson {
    type Role = import("./roles.ts").Role;
  }
}
