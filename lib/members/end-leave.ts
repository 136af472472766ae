import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { endedNow } from "./hold-people.ts";
import type { EndLeave } from "./roster-schema.ts";

export type EndOutcome = { ok: true } | { ok: false; reason: "ROSTER_CHANGED" };

/** Somebody is there again, or stays: the leave ends now. */
export async function endLeave(actor: Actor, { leaveId: id }: EndLeave): Promise<EndOutcome> {
  const leave = await db.leave.findUnique({ where: { id } });
  if (!leave) throw new AppError("NOT_FOUND");
  const { userId, memberId } = leave;
  const isOwn = userId === actor.userId;
  const by = assertCan(actor, isOwn ? "roster.read" : "roster.manage", { memberIds: [memberId] });
  return decide<EndOutcome>({ lost: "ROSTER_CHANGED" }, async (tx) => {
    const { count } = await tx.leave.updateMany({
      where: { id, endedAt: null, endsAt: { gt: now() } },
      data: endedNow(leave, actor.userId),
    });
    if (count === 0) lose();
    const data = { member: memberId, leave: id };
    await recordEvent(tx, { type: "leave.ended", actor: by, subjectId: userId, data });
    return { ok: true };
  });
}
