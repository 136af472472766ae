import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { spike } from "./spike.ts";

/** Brings a claim that was put off back, because something new has happened; its version stays. Whoever calls it holds the claim. */
async function wake(tx: Tx, claimId: string, because: "reply" | "spike"): Promise<void> {
  const { count } = await tx.claim.updateMany({
    where: { id: claimId, snoozedUntil: { gt: now() } },
    data: { snoozedUntil: null },
  });
  if (count === 0) return;
  await recordEvent(tx, {
    type: "claim.woken",
    actor: system,
    subjectId: claimId,
    claimId,
    data: { because },
  });
}

/** Notes that a sender has answered, which nobody at the desk has read yet. Whoever calls it holds the claim. */
export async function noteReply(tx: Tx, claimId: string): Promise<void> {
  await tx.claim.updateMany({ where: { id: claimId }, data: { repliedAt: now() } });
  await wake(tx, claimId, "reply");
}

/** Brings claims back about which as many ask as make a spike, and twice as many as when they were put off. */
export async function wakeAsked(): Promise<void> {
  const asked = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM claims WHERE order_at IS NOT NULL AND hidden_until > ${now()}
      AND asked_lately >= ${spike.reportsAnHour} AND asked_lately >= 2 * coalesce(
        (SELECT asked FROM snoozes WHERE claim_id = claims.id ORDER BY at DESC LIMIT 1), 0)`;
  for (const { id } of asked) await db.$transaction((tx) => wake(tx, id, "spike"));
}
