import { db } from "#lib/platform/db";
import { holding, listAway } from "./hold-people.ts";

/**
 * Of people who may do some work at members those who are told of it at a moment: who is on duty, where somebody is, else all;
 * in the place of who is away their deputies; and all who are there, where that leaves nobody. Nobody is told who is away.
 */
export async function whoIsThere(
  memberIds: readonly string[],
  able: readonly string[],
  at: Date,
): Promise<string[]> {
  const ofMembers = { memberId: { in: [...memberIds] }, userId: { in: [...able] } };
  const [leaves, shifts] = await Promise.all([
    listAway(at, memberIds),
    db.dutyShift.findMany({ where: { ...holding(at), ...ofMembers }, select: { userId: true } }),
  ]);
  const away = new Set(leaves.map(({ userId }) => userId));
  const present = able.filter((id) => !away.has(id));
  const onDuty = new Set(shifts.map(({ userId }) => userId));
  const wanted = onDuty.size > 0 ? able.filter((id) => onDuty.has(id)) : able;
  const deputies = new Set(
    leaves.flatMap(({ userId, deputyId }) => (deputyId && wanted.includes(userId) ? deputyId : [])),
  );
  const told = present.filter((id) => wanted.includes(id) || deputies.has(id));
  return told.length > 0 ? told : present;
}
