import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import type { EndOutcome } from "./end-leave.ts";
import { endedNow } from "./hold-people.ts";
import type { EndDuty } from "./roster-schema.ts";

/** Takes a person off duty: the shift ends now. */
export async function endDuty(actor: Actor, { dutyId: id }: EndDuty): Promise<EndOutcome> {
  const shift = await db.dutyShift.findUnique({ where: { id } });
  if (!shift) throw new AppError("NOT_FOUND");
  const { userId, memberId } = shift;
  const by = assertCan(actor, "roster.manage", { memberIds: [memberId] });
  return decide<EndOutcome>({ lost: "ROSTER_CHANGED" }, async (tx) => {
    const { count } = await tx.dutyShift.updateMany({
      where: { id, endedAt: null, endsAt: { gt: now() } },
      data: endedNow(shift, actor.userId),
    });
    if (count === 0) lose();
    const data = { member: memberId, duty: id };
    await recordEvent(tx, { type: "duty.ended", actor: by, subjectId: userId, data });
    return { ok: true };
  });
}
