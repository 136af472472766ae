import type { Actor, EventActor, Grant } from "#lib/access/actor";
import { hashPassword } from "#lib/access/password";
import type { Role } from "#lib/access/roles";
import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { memberRows } from "./members.ts";
import { readyReference } from "./reference.ts";
import { insertRows, noRows, type Rows } from "./rows.ts";

/** A person with the roles as `Actor` wants them. */
export type SeededPerson = { id: string; name: string; email: string; grants: Grant[] };

export type PersonStory = {
  name?: string;
  email?: string;
  /** Without one nobody can sign in as this person. */
  password?: string;
  roles: readonly { memberId: string; role: Role }[];
  joinedAt?: Date;
};

const tierOf = new Map(memberRows.map(({ id, tier }) => [id, tier]));

/** Adds a person with their roles to the rows. */
export function addPerson(rows: Rows, story: PersonStory, passwordHash: string): SeededPerson {
  const id = newId();
  const joinedAt = story.joinedAt ?? after(now(), -days(90));
  const name = story.name ?? "演示·成员";
  const email = (story.email ?? `person-${id}@demo.invalid`).toLowerCase();
  rows.users.push({ id, email, name, passwordHash, createdAt: joinedAt });
  rows.memberships.push(...story.roles.map((role) => ({ ...role, userId: id, grantedAt: joinedAt })));
  const grants = story.roles.map((role) => ({ ...role, tier: tierOf.get(role.memberId) ?? "N" }));
  return { id, name, email, grants };
}

/** A person who works at one or more members. */
export async function seedPerson(story: PersonStory): Promise<SeededPerson> {
  await readyReference();
  const rows = noRows();
  const person = addPerson(rows, story, story.password ? await hashPassword(story.password) : noPassword);
  await db.$transaction((tx) => insertRows(tx, rows));
  return person;
}

/** The person as use cases meet them after signing in. */
export const actorOf = ({ id, name, email, grants }: SeededPerson): Actor => ({
  userId: id,
  name,
  email,
  sessionId: newId(),
  grants,
});

/** A person in the first of the wanted roles that they hold, as events are ascribed. */
export function inRole(person: SeededPerson, ...wanted: readonly Role[]): EventActor & { kind: "person" } {
  const [grant] = wanted.flatMap((role) => person.grants.find((held) => held.role === role) ?? []);
  if (!grant) throw new Error(`${person.name} is no ${wanted.join(" or ")}`);
  return { kind: "person", userId: person.id, role: grant.role, memberId: grant.memberId };
}

/** Well-formed, and the hash of no password that anybody knows. */
export const noPassword =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
