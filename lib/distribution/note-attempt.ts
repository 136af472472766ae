import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

/** What came of one attempt: an answer, or an error by its code. */
export type Called = {
  at: Date;
  milliseconds: number;
  status: number | null;
  error: string | null;
  /** The first bytes of the answer. */
  answer: string | null;
  /** For how long the receiver wants to be left alone, in milliseconds. */
  retryAfter: number;
};

type Sent = { id: string; endpointId: string; versionId: string };

const valuesOf = (id: string, { at, milliseconds, status, error, answer }: Called) => ({
  id: newId(),
  deliveryId: id,
  at,
  milliseconds,
  status,
  error,
  answer,
});

/** Keeps an attempt that failed. */
export const noteAttempt = async (id: string, called: Called): Promise<void> =>
  void (await db.deliveryAttempt.create({ data: valuesOf(id, called), select: { id: true } }));

/**
 * The receiver has it: so has the member, who need not fetch or confirm it any more. Also where a newer version overtook it
 * on the way. One statement, for nearly every delivery ends here.
 */
export async function noteSent({ id, endpointId, versionId }: Sent, called: Called): Promise<void> {
  const attempt = valuesOf(id, called);
  await db.$executeRaw`
    WITH sent AS (
      UPDATE deliveries SET sent_at = ${called.at}, failed_at = NULL, failure = NULL, error = NULL, attempts = attempts + 1
      WHERE id = ${id}::uuid
    ), fetched AS (
      UPDATE deliveries SET received_at = ${called.at}
      WHERE debunk_version_id = ${versionId}::uuid AND received_at IS NULL AND endpoint_id = (
        SELECT pull.id FROM endpoints pull JOIN endpoints own ON own.member_id = pull.member_id
        WHERE own.id = ${endpointId}::uuid AND pull.kind = 'pull')
    )
    INSERT INTO delivery_attempts (id, delivery_id, at, milliseconds, status, answer)
    VALUES (${attempt.id}::uuid, ${id}::uuid, ${attempt.at}, ${attempt.milliseconds}, ${attempt.status}, ${attempt.answer})`;
}

/** The receiver said that it is gone for good (410): nothing more is sent there, until its people give a new address. */
export async function noteGone(endpointId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await tx.endpoint.updateManyAndReturn({
      where: { id: endpointId, disabledAt: null },
      data: { disabledAt: now(), disabledBecause: "gone" },
      select: { memberId: true },
    });
    const [endpoint] = ended;
    if (!endpoint) return;
    await endDeliveries(tx, endpointId);
    const data = { member: endpoint.memberId };
    await recordEvent(tx, { type: "endpoint.gone", actor: system, subjectId: endpointId, data });
  });
}

/** What was still to be sent to an endpoint that has ended. */
export const endDeliveries = (tx: Pick<typeof db, "delivery">, endpointId: string) =>
  tx.delivery.updateMany({
    where: { endpointId, dueAt: { not: null }, sentAt: null, failedAt: null },
    data: { failedAt: now(), failure: "gone" },
  });
