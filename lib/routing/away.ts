import type { AssignmentPurpose } from "#lib/claims/work/status";
import type { RoutePart } from "./guards.ts";

/** Members of which everybody who could take work of a purpose is away. */
export type Away = Readonly<Record<AssignmentPurpose, ReadonlySet<string>>>;

/** Everywhere somebody is. */
export const nobodyAway: Away = { verify: new Set(), write: new Set(), assist: new Set() };

const purposeOf = { lead: "verify", writer: "write", support: "assist", platforms: null } as const;

/** Whether nobody is there at a member who could take a part of a route; a platform is told, and takes none. */
export function isAway(away: Away, part: RoutePart, memberId: string): boolean {
  const purpose = purposeOf[part];
  return purpose !== null && away[purpose].has(memberId);
}
