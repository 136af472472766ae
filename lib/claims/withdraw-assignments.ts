import type { EventActor } from "#lib/access/actor";
import { recordEvents } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";

/** Takes a claim's work back from the members that hold it, because the claim ended. */
export async function withdrawAssignments(tx: Tx, claimId: string, actor: EventActor): Promise<void> {
  const held = await tx.assignment.updateManyAndReturn({
    where: { claimId, status: { in: ["offered", "accepted"] } },
    data: { status: "withdrawn", doneAt: now() },
    select: { id: true, memberId: true, purpose: true },
  });
  if (held.length === 0) return;
  await recordEvents(
    tx,
    held.map(({ id, memberId, purpose }) => ({
      type: "assignment.withdrawn",
      actor,
      subjectId: id,
      claimId,
      data: { member: memberId, purpose },
    })),
  );
}
