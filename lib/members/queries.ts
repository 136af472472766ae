import { db } from "#lib/platform/db";

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

/** The public directory: every member of the network, tier by tier. */
export const listMembers = () =>
  db.member.findMany({
    select: memberSelect,
    orderBy: [{ tier: "asc" }, { divisionCode: "asc" }, { id: "asc" }],
  });

export type MemberSummary = Awaited<ReturnType<typeof listMembers>>[number];

/** The names of some members by their ids, for screens that show ids of other tables. */
export async function mapMembers(ids: readonly string[]): Promise<Map<string, MemberSummary>> {
  const members = await db.member.findMany({ where: { id: { in: [...ids] } }, select: memberSelect });
  return new Map(members.map((member) => [member.id, member]));
}

/** The names of people by their ids; they are shown only inside the desk. */
export async function mapPeople(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(people.map((person) => [person.id, person.name]));
}
