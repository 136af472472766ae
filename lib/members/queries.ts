import type { Actor } from "#lib/access/actor";
import { canEverywhere, membersFor } from "#lib/access/can";
import type { Permission } from "#lib/access/permissions";
import { db, type Prisma, type Tx } from "#lib/platform/db";
import { remember } from "#lib/platform/remember";
import { spellAll } from "#lib/reference/spelling";

const memberSelect = {
  id: true,
  zh: true,
  en: true,
  kind: true,
  tier: true,
  divisionCode: true,
  parentId: true,
  topics: true,
  duties: true,
  certainty: true,
} as const;

const orderBy: Prisma.MemberOrderByWithRelationInput[] = [
  { tier: "asc" },
  { divisionCode: "asc" },
  { id: "asc" },
];

/** The public directory: every member of the network, tier by tier. */
export const listMembers = () => db.member.findMany({ select: memberSelect, orderBy });

export type MemberSummary = Awaited<ReturnType<typeof listMembers>>[number];

/** The directory with all names by which people speak of a member. */
export const listNamedMembers = () =>
  db.member.findMany({ select: { ...memberSelect, shortNames: true }, orderBy });

export type NamedMember = Awaited<ReturnType<typeof listNamedMembers>>[number];

/** Every member by name and how it is typed, for a list to choose one from. */
export const listMemberChoices = async (where: Prisma.MemberWhereInput = {}) =>
  spellAll(
    await db.member.findMany({ where, select: { id: true, zh: true, en: true, kind: true }, orderBy }),
  );

export type MemberChoice = Awaited<ReturnType<typeof listMemberChoices>>[number];

/** The members for which the actor may do this: all of them, or those where the actor has the role. */
export const listChoicesFor = (actor: Actor, permission: Permission): Promise<MemberChoice[]> =>
  listMemberChoices(canEverywhere(actor, permission) ? {} : { id: { in: membersFor(actor, permission) } });

/** The names of some members by their ids, for screens that show ids of other tables. */
export async function mapMembers(
  ids: readonly string[],
  client: Tx = db,
): Promise<Map<string, MemberSummary>> {
  const members = await client.member.findMany({ where: { id: { in: [...ids] } }, select: memberSelect });
  return new Map(members.map((member) => [member.id, member]));
}

/** The name of every member by its id; the directory is loaded with the reference data and changes with it. */
export const mapMemberNames = remember(
  "member names",
  async () =>
    new Map(
      (await db.member.findMany({ select: { id: true, zh: true, en: true } })).map(({ id, ...names }) => [
        id,
        names,
      ]),
    ),
);

/** The names of people by their ids; they are shown only inside the desk. */
export async function mapPeople(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(people.map((person) => [person.id, person.name]));
}

/** The people in whose names these words are, also those who have left. */
export async function findPeople(words: string): Promise<string[]> {
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE position(lower(${words}) IN lower(name)) > 0`;
  return people.map(({ id }) => id);
}
