import type { NamedMember } from "#lib/members/queries";
import { divisionPath } from "#lib/reference/divisions";

/** The platform's own desk, where everything ends that nobody else takes. */
export const deskOf = (members: readonly NamedMember[]): NamedMember | undefined =>
  members.find(({ tier, parentId }) => tier === "1" && parentId === null);

/**
 * Who stands above a member, the nearest first: what it belongs to, then whoever routes for the prefecture and the province that it
 * lies in, and at last the platform. A placeholder of the directory stands for nobody yet.
 */
export function levelsAbove(memberId: string, members: readonly NamedMember[]): NamedMember[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  const member = byId.get(memberId);
  if (!member) return [];
  const parents: NamedMember[] = [];
  for (let above = byId.get(member.parentId ?? ""); above && !parents.includes(above); )
    above = byId.get(parents[parents.push(above) - 1]?.parentId ?? "");
  const local = divisionPath(member.divisionCode)
    .slice(1)
    .flatMap((code) =>
      members.filter((one) => one.divisionCode === code && one.duties.includes("route-local")),
    );
  return [...new Set([...parents, ...local, deskOf(members)])].flatMap((above) =>
    above && above.id !== memberId && above.certainty !== "placeholder" ? above : [],
  );
}
