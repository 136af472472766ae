import type { AssignmentPurpose } from "#lib/claims/work/status";

/** What a route gives a member to do. */
export type RoutePart = "lead" | "writer" | "support" | "platforms";

type Taken = {
  /** Whom the claim is about. */
  about: ReadonlySet<string>;
  leadId?: string | null | undefined;
  writerId?: string | null | undefined;
};

/** Why a member may not have a part of a route. */
export type Refused = "claim-about" | "writes-itself";

/**
 * What no rule and no choice can change: whom a claim is about does nothing of its route, and who writes does not verify.
 * The database holds the same (routes_not_whom_it_is_about, routes_verifier_does_not_write, assignments_verifier_never_writes).
 */
export function refusedFor(
  part: RoutePart,
  memberId: string,
  { about, leadId, writerId }: Taken,
): Refused | null {
  if (about.has(memberId)) return "claim-about";
  if (part === "lead" && memberId === writerId) return "writes-itself";
  if (part === "writer" && memberId === leadId) return "writes-itself";
  return null;
}

/** Whether work of this purpose is not for those whom the claim is about; they may assist, with evidence and a reply. */
export const isForOthers = (purpose: AssignmentPurpose): boolean => purpose !== "assist";
