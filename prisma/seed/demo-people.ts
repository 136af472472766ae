import type { Role } from "#lib/access/roles";
import type { Crew } from "./crew.ts";
import { addPerson, type SeededPerson, type Staff } from "./people.ts";
import type { ClaimStory } from "./story.ts";

/** Someone of the demo before there is a password: an e-mail address that cannot exist, and a name that is none. */
export type DemoPerson = { email: string; name: string; memberId: string; roles: Role[] };

const names: Record<Role, string> = {
  moderator: "派单员",
  coordinator: "联络员",
  verifier: "核查员",
  writer: "撰稿人",
  reviewer: "审核员",
  "duty-editor": "值班主任",
  admin: "管理员",
  auditor: "审计员",
};

const outlet: Role[] = ["coordinator", "writer", "writer", "reviewer"];

/** The members whose every role has somebody. */
const staffs: Record<string, Role[]> = {
  "sc-piyao": [
    "moderator",
    "moderator",
    "verifier",
    "reviewer",
    "reviewer",
    "duty-editor",
    "admin",
    "auditor",
  ],
  "outlet-cover-news": outlet,
  "outlet-sichuan-observation": outlet,
  "dept-health": ["coordinator", "verifier"],
  "dept-earthquake": ["coordinator", "verifier"],
  "cac-510700": ["coordinator", "verifier"],
  "cac-511700": ["coordinator", "verifier"],
  "mc-511722": ["coordinator", "verifier", "writer", "reviewer"],
};

/** The outlets that routes reach because they have people. */
export const staffedMembers: ReadonlySet<string> = new Set(Object.keys(staffs));

/** Everybody of the demo: the full staffs, then one or two people at each other member that works on a demo claim. */
export function planDemoPeople(routes: readonly Pick<ClaimStory, "lead" | "writer">[]): DemoPerson[] {
  const others = new Map<string, Role[][]>();
  for (const { lead } of routes) {
    if (!staffs[lead]) others.set(lead, [["coordinator", "verifier"]]);
  }
  for (const { writer } of routes) {
    if (!staffs[writer]) others.set(writer, [...(others.get(writer) ?? []).slice(0, 1), ["writer"]]);
  }
  return [
    ...Object.entries(staffs).flatMap(([memberId, roles]) =>
      peopleAt(
        memberId,
        roles.map((role) => [role]),
      ),
    ),
    ...[...others].flatMap(([memberId, people]) => peopleAt(memberId, people)),
  ];
}

function peopleAt(memberId: string, people: readonly Role[][]): DemoPerson[] {
  return people.map((roles, index) => {
    const [role = "verifier"] = roles;
    const same = people.filter(([other]) => other === role).length;
    const count = people.slice(0, index).filter(([other]) => other === role).length;
    return {
      email: `${role}${count > 0 ? `-${count + 1}` : ""}@${memberId}.demo.invalid`,
      name: `演示·${names[role]}${same > 1 ? "甲乙"[count] : ""}`,
      memberId,
      roles,
    };
  });
}

/** Adds the people with their password hashes, and tells who they are by member. */
export function addDemoPeople(
  staff: Staff,
  people: readonly DemoPerson[],
  hashes: readonly string[],
): SeededPerson[] {
  return people.map(({ email, name, memberId, roles }, index) => {
    const story = { email, name, roles: roles.map((role) => ({ memberId, role })) };
    return addPerson(staff, story, hashes[index] ?? "");
  });
}

/** The people through whose hands a demo claim goes; colleagues take turns. */
export function demoCrew(
  people: readonly SeededPerson[],
  { lead, writer }: Pick<ClaimStory, "lead" | "writer">,
  turn: number,
): Crew {
  const at = (memberId: string, role: Role) =>
    people.filter((person) =>
      person.grants.some((grant) => grant.memberId === memberId && grant.role === role),
    );
  const pick = (memberId: string, role: Role): SeededPerson => {
    const found = at(memberId, role);
    const person = found[turn % Math.max(1, found.length)];
    if (!person) throw new Error(`the demo has no ${role} at ${memberId}`);
    return person;
  };
  const [reviewer = pick("sc-piyao", "reviewer")] = at(writer, "reviewer");
  const second = at("sc-piyao", "reviewer").find(({ id }) => id !== reviewer.id) ?? reviewer;
  return {
    moderator: pick("sc-piyao", "moderator"),
    verifier: pick(lead, "verifier"),
    writer: pick(writer, "writer"),
    firstReviewer: reviewer,
    secondReviewer: second,
    dutyEditor: pick("sc-piyao", "duty-editor"),
  };
}
