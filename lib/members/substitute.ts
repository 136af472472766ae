import { can } from "#lib/access/can";
import type { Permission } from "#lib/access/permissions";
import type { Role } from "#lib/access/roles";

/** What somebody does at a member. */
export type Colleague = { memberId: string; tier: "1" | "5" | "N"; roles: readonly Role[] };

/** The work that somebody has to do while another is away. */
const work: readonly Permission[] = [
  "finding.submit",
  "draft.write",
  "review.first",
  "review.second",
  "review.final",
  "claim.triage",
];

const mayDo = ({ memberId, tier, roles }: Colleague, permission: Permission): boolean =>
  can({ grants: roles.map((role) => ({ memberId, role, tier })) }, permission, { memberIds: [memberId] });

/** Whether somebody may do all the work of a colleague who is away. */
export const canStandIn = (deputy: Colleague, away: Colleague): boolean =>
  work.every((permission) => !mayDo(away, permission) || mayDo(deputy, permission));
