import { noPassword } from "#lib/access/password";
import type { Role } from "#lib/access/roles";
import { addPerson, type SeededPerson, type Staff } from "./people.ts";

/** The people through whose hands a claim goes; writer and reviewers are four different ones. */
export type Crew = {
  moderator: SeededPerson;
  verifier: SeededPerson;
  writer: SeededPerson;
  firstReviewer: SeededPerson;
  secondReviewer: SeededPerson;
  dutyEditor: SeededPerson;
};

/** New people for every part that nobody was given for: the platform's own, and those of the two members at work. */
export function addCrew(
  staff: Staff,
  { lead, writer, given = {} }: { lead: string; writer: string; given?: Partial<Crew> | undefined },
): Crew {
  const person = (name: string, memberId: string, role: Role) =>
    addPerson(staff, { name, roles: [{ memberId, role }] }, noPassword);
  return {
    moderator: given.moderator ?? person("演示·派单员", "sc-piyao", "moderator"),
    verifier: given.verifier ?? person("演示·核查员", lead, "verifier"),
    writer: given.writer ?? person("演示·撰稿人", writer, "writer"),
    firstReviewer: given.firstReviewer ?? person("演示·初审", writer, "reviewer"),
    secondReviewer: given.secondReviewer ?? person("演示·复审", "sc-piyao", "reviewer"),
    dutyEditor: given.dutyEditor ?? person("演示·值班主任", "sc-piyao", "duty-editor"),
  };
}
