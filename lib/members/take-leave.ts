import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { type Held, holdPeople, isAwayIn, spanAhead } from "./hold-people.ts";
import type { TakeLeave } from "./roster-schema.ts";
import { canStandIn } from "./substitute.ts";

export type LeaveOutcome =
  | { ok: true }
  | { ok: false; reason: "NOT_A_MEMBER" | "LEAVE_OVERLAPS" | "DEPUTY_AWAY" };

/** Says that somebody is away from their member on some days, and who stands in; people say it of themselves, coordinators of others too. */
export async function takeLeave(actor: Actor, input: TakeLeave): Promise<LeaveOutcome> {
  const { memberId, userId, deputyId } = input;
  const isOwn = userId === actor.userId;
  const by = assertCan(actor, isOwn ? "roster.read" : "roster.manage", { memberIds: [memberId] });
  const span = spanAhead(input);
  return decide<LeaveOutcome>({ lost: "LEAVE_OVERLAPS" }, async (tx) => {
    const people = await holdPeople(tx, memberId);
    const away = people.get(userId);
    if (!away) return { ok: false, reason: "NOT_A_MEMBER" };
    if (deputyId) refuseUnfit(people.get(deputyId), away);
    if (await isAwayIn(tx, userId, memberId, span)) return { ok: false, reason: "LEAVE_OVERLAPS" };
    if (deputyId && (await isAwayIn(tx, deputyId, memberId, span)))
      return { ok: false, reason: "DEPUTY_AWAY" };
    const id = newId();
    const made = { madeById: actor.userId, madeAt: now() };
    await tx.leave.create({
      data: { id, userId, memberId, ...span, deputyId: deputyId ?? null, ...made },
    });
    const { from: firstDay, until: lastDay } = input;
    const data = { member: memberId, firstDay, lastDay, leave: id };
    await recordEvent(tx, { type: "leave.taken", actor: by, subjectId: userId, data });
    return { ok: true };
  });
}

/** Somebody of the same member stands in, and may do what the other does. @throws AppError VALIDATION */
function refuseUnfit(deputy: Held | undefined, away: Held): void {
  const refuse = (message: string) => new AppError("VALIDATION", [{ path: "deputyId", message }]);
  if (!deputy) throw refuse("unknown");
  if (deputy.userId === away.userId) throw refuse("oneself");
  if (!canStandIn(deputy, away)) throw refuse("cannotStandIn");
}
