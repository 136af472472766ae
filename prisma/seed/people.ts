import type { Actor, Grant } from "#lib/access/actor";
import type { Guest } from "#lib/access/guess";
import { hashPassword, noPassword } from "#lib/access/password";
import type { Role } from "#lib/access/roles";
import { after, days, now } from "#lib/platform/clock";
import { db, type Prisma } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { memberRows } from "./members.ts";
import { readyReference } from "./reference.ts";

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

/** People that are about to be stored, with their roles. */
export type Staff = {
  users: Prisma.UserCreateManyInput[];
  memberships: Prisma.MembershipCreateManyInput[];
};

export const noStaff = (): Staff => ({ users: [], memberships: [] });

/** Adds a person with their roles to those that are about to be stored. */
export function addPerson(staff: Staff, story: PersonStory, passwordHash: string): SeededPerson {
  const id = newId();
  const joinedAt = story.joinedAt ?? after(now(), -days(90));
  const name = story.name ?? "演示·成员";
  const email = (story.email ?? `person-${id}@demo.invalid`).toLowerCase();
  staff.users.push({ id, email, name, passwordHash, createdAt: joinedAt });
  staff.memberships.push(...story.roles.map((role) => ({ ...role, userId: id, grantedAt: joinedAt })));
  const grants = story.roles.map((role) => ({ ...role, tier: tierOf.get(role.memberId) ?? "N" }));
  return { id, name, email, grants };
}

/** Stores people, all of them or none. */
export async function insertStaff({ users, memberships }: Staff): Promise<void> {
  await db.$transaction([
    db.user.createMany({ data: users }),
    db.membership.createMany({ data: memberships }),
  ]);
}

/** A person who works at one or more members. */
export async function seedPerson(story: PersonStory): Promise<SeededPerson> {
  await readyReference();
  const staff = noStaff();
  const person = addPerson(staff, story, story.password ? await hashPassword(story.password) : noPassword);
  await insertStaff(staff);
  return person;
}

/** Somebody at the door whom nobody has met before. */
export const newGuest = (): Guest => ({ network: newId(), browser: null });

/** The person as use cases meet them after signing in. */
export const actorOf = ({ id, name, email, grants }: SeededPerson): Actor => ({
  userId: id,
  name,
  email,
  sessionId: newId(),
  grants,
});
