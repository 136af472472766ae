import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { decide } from "#lib/platform/decide";
import { z } from "#lib/platform/validation";
import { wakeNotifier } from "./queue.ts";

/** What was to be told of one event to one kind of people, or all that was given up. */
export const retryLettersSchema = z.discriminatedUnion("which", [
  z.object({ which: z.literal("one"), eventId: z.uuid(), recipient: z.enum(["report", "follower"]) }),
  z.object({ which: z.literal("all") }),
]);
export type RetryLetters = z.output<typeof retryLettersSchema>;

export type RetryLettersOutcome = { ok: true; count: number } | { ok: false; reason: "NOT_GIVEN_UP" };

/** Has letters and pushes sent again, as often as at first, that had been given up. */
export async function retryLetters(actor: Actor, input: RetryLetters): Promise<RetryLettersOutcome> {
  const by = assertCan(actor, "reaction.retry");
  const asked = input.which === "one" ? { eventId: input.eventId, recipient: input.recipient } : {};
  const outcome = await decide<RetryLettersOutcome>({ lost: "NOT_GIVEN_UP" }, async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { ...asked, failure: "tries" },
      data: { failedAt: null, failure: null, attempts: 0, dueAt: now() },
    });
    if (count === 0) return { ok: false, reason: "NOT_GIVEN_UP" };
    const subjectId = input.which === "one" ? input.eventId : "all";
    await recordEvent(tx, { type: "letter.retried", actor: by, subjectId, data: { letters: count } });
    return { ok: true, count };
  });
  if (outcome.ok) await wakeNotifier();
  return outcome;
}
