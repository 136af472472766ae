import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { after, dayOf, days, hours, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { newId } from "#lib/platform/id";
import { type ClaimOutcome, changeClaim, holdClaim, inHand, loadClaim } from "./change-claim.ts";
import type { SnoozeClaim, WakeClaim } from "./schema.ts";
import type { SnoozeSpan } from "./snooze.ts";

const OPENS = hours(9);

/** When a claim that is put off comes back; "tomorrow" is when the desk's day begins. */
const ends: Record<SnoozeSpan, (from: Date) => Date> = {
  hour: (from) => after(from, hours(1)),
  hours: (from) => after(from, hours(4)),
  tomorrow: (from) => after(startOfDay(dayOf(after(from, days(1)))), OPENS),
  days: (from) => after(from, days(3)),
};

/**
 * Takes a claim out of the views in which somebody has to act, with the reason, until a time or until something new happens: its
 * sender answers, many ask, or it is overdue. So what is overdue cannot be put off, nor what has an answer that nobody saw.
 */
export async function snoozeClaim(actor: Actor, input: SnoozeClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, orderAt: true });
  const by = assertCan(actor, "claim.snooze");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (claim.orderAt === null) return { ok: false, reason: "MOVE_REFUSED" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await holdClaim(tx, claim.id);
    const at = now();
    const select = { repliedAt: true, dueAt: true, askedLately: true } as const;
    const { repliedAt, dueAt, askedLately } = await loadClaim(tx, claim.id, select);
    if (repliedAt && repliedAt > (input.seenReply ?? new Date(0))) lose();
    if (dueAt && dueAt <= at) return { ok: false, reason: "MOVE_REFUSED" };
    const until = ends[input.span](at);
    const data = { until: until.toISOString(), span: input.span };
    await changeClaim(
      tx,
      claim,
      { snoozedUntil: until },
      {
        type: "claim.snoozed",
        actor: by,
        reason: input.reason,
        data,
      },
    );
    await tx.snooze.create({
      data: {
        id: newId(),
        claimId: claim.id,
        byUserId: by.userId,
        until,
        reason: input.reason,
        asked: askedLately,
        at,
      },
    });
    return { ok: true };
  });
}

/** Brings a claim that was put off back before its time. */
export async function wakeClaim(actor: Actor, input: WakeClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, { ...inHand, snoozedUntil: true });
  const by = assertCan(actor, "claim.snooze");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (claim.snoozedUntil === null) return { ok: false, reason: "MOVE_REFUSED" };
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await changeClaim(tx, claim, { snoozedUntil: null }, { type: "claim.woken", actor: by });
    return { ok: true };
  });
}
