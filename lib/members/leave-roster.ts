import type { Tx } from "#lib/platform/db";
import { ahead, endedNow } from "./hold-people.ts";

type Leaver = { userId: string; memberId: string; endedById: string };

/** Whoever leaves a member is no longer on its roster: their duty and leave end, and they stand in for nobody. */
export async function leaveRoster(tx: Tx, { userId, memberId, endedById }: Leaver): Promise<void> {
  const open = { where: { userId, memberId, ...ahead() }, select: { id: true, startsAt: true } };
  for (const { id, startsAt } of await tx.leave.findMany(open))
    await tx.leave.update({ where: { id }, data: endedNow({ startsAt }, endedById) });
  for (const { id, startsAt } of await tx.dutyShift.findMany(open))
    await tx.dutyShift.update({ where: { id }, data: endedNow({ startsAt }, endedById) });
  await tx.leave.updateMany({
    where: { deputyId: userId, memberId, ...ahead() },
    data: { deputyId: null },
  });
}
