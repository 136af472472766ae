/** What a member's key may be used for (api.md). */
export const scopes = ["intake", "assignments", "deliveries"] as const;
export type Scope = (typeof scopes)[number];

declare global {
  namespace PrismaJson {
    type Scope = import("./scopes.ts").Scope;
  }
}
