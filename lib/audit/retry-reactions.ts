import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { now } from "#lib/platform/clock";
import { decide } from "#lib/platform/decide";
import { z } from "#lib/platform/validation";
import { enqueueEvents, recordEvents } from "./record-event.ts";

/** One reaction to one event, or all that was given up. */
export const retryReactionsSchema = z.discriminatedUnion("which", [
  z.object({ which: z.literal("one"), eventId: z.uuid(), reaction: z.string().max(60) }),
  z.object({ which: z.literal("all") }),
]);
export type RetryReactions = z.output<typeof retryReactionsSchema>;

export type RetryOutcome = { ok: true; count: number } | { ok: false; reason: "NOT_GIVEN_UP" };

/** Has the worker try again, as often as at first, what it had given up. */
export async function retryReactions(actor: Actor, input: RetryReactions): Promise<RetryOutcome> {
  const by = assertCan(actor, "reaction.retry");
  const asked = input.which === "one" ? { eventId: input.eventId, reaction: input.reaction } : {};
  return decide<RetryOutcome>({ lost: "NOT_GIVEN_UP" }, async (tx) => {
    const rows = await tx.reactionRun.updateManyAndReturn({
      where: { ...asked, gaveUpAt: { not: null } },
      data: { gaveUpAt: null, attempts: 0, triedAt: now() },
      select: { eventId: true, reaction: true, event: { select: { id: true, type: true } } },
    });
    if (rows.length === 0) return { ok: false, reason: "NOT_GIVEN_UP" };
    await recordEvents(
      tx,
      rows.map((row) => ({
        type: "reaction.retried",
        actor: by,
        subjectId: row.eventId,
        data: { reaction: row.reaction, event: row.event.type },
      })),
    );
    await enqueueEvents(tx, [...new Map(rows.map(({ event }) => [event.id, event])).values()]);
    return { ok: true, count: rows.length };
  });
}
