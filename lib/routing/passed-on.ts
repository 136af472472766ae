import { db, type Prisma } from "#lib/platform/db";

/**
 * Work that was passed on to the next level because its member does not answer, and is not answered yet: so long that level may
 * see what is asked, and take it over. Without members: all such work.
 */
export const passedOn = (memberIds?: readonly string[]): Prisma.AssignmentWhereInput => ({
  status: "offered",
  clocks: {
    some: {
      kind: "acknowledge",
      stoppedAt: null,
      escalations: { some: { level: 2, ...(memberIds && { toMemberId: { in: [...memberIds] } }) } },
    },
  },
});

/** The member to which each of these pieces of work is passed on; only those that are. */
export async function passedOnTo(assignmentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.escalation.findMany({
    where: { level: 2, clock: { assignment: { id: { in: [...assignmentIds] }, ...passedOn() } } },
    select: { toMemberId: true, clock: { select: { assignmentId: true } } },
  });
  return new Map(rows.map(({ clock, toMemberId }) => [clock.assignmentId ?? "", toMemberId]));
}
