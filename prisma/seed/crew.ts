import type { EventActor } from "#lib/access/actor";
import type { Role } from "#lib/access/roles";
import { addPerson, inRole, noPassword, type SeededPerson } from "./people.ts";
import type { Rows } from "./rows.ts";

/** The people through whose hands a claim goes; writer and reviewers are four different ones. */
export type Crew = {
  moderator: SeededPerson;
  verifier: SeededPerson;
  writer: SeededPerson;
  firstReviewer: SeededPerson;
  secondReviewer: SeededPerson;
  dutyEditor: SeededPerson;
};

export type Worker = EventActor & { kind: "person" };
export type Workers = Record<keyof Crew, Worker>;

const rolesOf: Record<keyof Crew, readonly Role[]> = {
  moderator: ["moderator", "duty-editor"],
  verifier: ["verifier", "coordinator"],
  writer: ["writer"],
  firstReviewer: ["reviewer"],
  secondReviewer: ["reviewer"],
  dutyEditor: ["duty-editor"],
};

/** Each of the crew in the role in which they act. */
export const workersOf = (crew: Crew): Workers =>
  Object.fromEntries(
    Object.entries(rolesOf).map(([part, roles]) => [part, inRole(crew[part as keyof Crew], ...roles)]),
  ) as Workers;

/** New people for every part that nobody was given for: the platform's own, and those of the two members at work. */
export function addCrew(
  rows: Rows,
  { lead, writer, given = {} }: { lead: string; writer: string; given?: Partial<Crew> | undefined },
): Crew {
  const person = (name: string, memberId: string, role: Role) =>
    addPerson(rows, { name, roles: [{ memberId, role }] }, noPassword);
  return {
    moderator: given.moderator ?? person("演示·派单员", "sc-piyao", "moderator"),
    verifier: given.verifier ?? person("演示·核查员", lead, "verifier"),
    writer: given.writer ?? person("演示·撰稿人", writer, "writer"),
    firstReviewer: given.firstReviewer ?? person("演示·初审", writer, "reviewer"),
    secondReviewer: given.secondReviewer ?? person("演示·复审", "sc-piyao", "reviewer"),
    dutyEditor: given.dutyEditor ?? person("演示·值班主任", "sc-piyao", "duty-editor"),
  };
}
