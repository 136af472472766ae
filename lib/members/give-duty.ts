import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { decide } from "#lib/platform/decide";
import { newId } from "#lib/platform/id";
import { holdPeople, isAwayIn, meeting, spanAhead } from "./hold-people.ts";
import type { GiveDuty } from "./roster-schema.ts";

export type DutyOutcome =
  | { ok: true }
  | { ok: false; reason: "NOT_A_MEMBER" | "DUTY_OVERLAPS" | "PERSON_AWAY" };

/** Puts a person of the member on duty for some days. */
export async function giveDuty(actor: Actor, input: GiveDuty): Promise<DutyOutcome> {
  const { memberId, userId } = input;
  const by = assertCan(actor, "roster.manage", { memberIds: [memberId] });
  const span = spanAhead(input);
  return decide<DutyOutcome>({ lost: "DUTY_OVERLAPS" }, async (tx) => {
    if (!(await holdPeople(tx, memberId)).has(userId)) return { ok: false, reason: "NOT_A_MEMBER" };
    const same = await tx.dutyShift.count({ where: { userId, memberId, ...meeting(span) } });
    if (same > 0) return { ok: false, reason: "DUTY_OVERLAPS" };
    if (await isAwayIn(tx, userId, memberId, span)) return { ok: false, reason: "PERSON_AWAY" };
    const id = newId();
    const made = { madeById: actor.userId, madeAt: now() };
    await tx.dutyShift.create({ data: { id, userId, memberId, ...span, ...made } });
    const { from: firstDay, until: lastDay } = input;
    const data = { member: memberId, firstDay, lastDay, duty: id };
    await recordEvent(tx, { type: "duty.given", actor: by, subjectId: userId, data });
    return { ok: true };
  });
}
