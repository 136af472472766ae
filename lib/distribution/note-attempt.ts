import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { gather } from "#lib/platform/gather";
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

/** An attempt, and what it was about; `isTaken` where the receiver has it now. */
type Noted = Called & { deliveryId: string; endpointId: string; versionId: string; isTaken: boolean };

/**
 * Keeps an attempt; it is stored when this is done. What a receiver took, its member has, and need not fetch or confirm it any
 * more; also where a newer version overtook it on the way.
 */
export const noteAttempt = gather<Noted>("attempts", (all) => {
  const rows = all.map((noted) => ({ ...noted, id: newId() }));
  return db.$executeRaw`
    WITH noted AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS noted (
        id uuid, "deliveryId" uuid, "endpointId" uuid, "versionId" uuid, "isTaken" boolean, at timestamptz,
        milliseconds integer, status integer, error text, answer text)
    ), sent AS (
      UPDATE deliveries SET sent_at = noted.at, failed_at = NULL, failure = NULL, error = NULL, attempts = attempts + 1
      FROM noted WHERE deliveries.id = "deliveryId" AND "isTaken"
    ), fetched AS (
      UPDATE deliveries SET received_at = noted.at, received_by = 'webhook'
      FROM noted JOIN endpoints own ON own.id = "endpointId"
        JOIN endpoints pull ON pull.member_id = own.member_id AND pull.kind = 'pull'
      WHERE deliveries.endpoint_id = pull.id AND debunk_version_id = "versionId" AND received_at IS NULL AND "isTaken"
    )
    INSERT INTO delivery_attempts (id, delivery_id, at, milliseconds, status, error, answer)
    SELECT id, "deliveryId", at, milliseconds, status, error, answer FROM noted`;
});

/** Keeps an attempt to hand a letter to the mail server. What a letter brings ends with it, in the database. */
export async function noteDigestAttempt(digestId: string, called: Called, isTaken: boolean): Promise<void> {
  const { at, milliseconds, status, error, answer } = called;
  await db.$transaction(async (tx) => {
    await tx.deliveryAttempt.create({
      data: { id: newId(), digestId, at, milliseconds, status, error, answer },
    });
    if (!isTaken) return;
    await tx.digest.update({
      where: { id: digestId },
      data: { sentAt: at, failedAt: null, failure: null, error: null, attempts: { increment: 1 } },
    });
  });
}

/** The receiver said that it is gone for good (410; of a mailbox 550): nothing more is sent there, until its people give a new address. */
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
export async function endDeliveries(tx: Tx, endpointId: string): Promise<void> {
  const data = { failedAt: now(), failure: "gone" } as const;
  await tx.digest.updateMany({ where: { endpointId, sentAt: null, failedAt: null }, data });
  await tx.delivery.updateMany({
    where: { endpointId, dueAt: { not: null }, sentAt: null, failedAt: null },
    data,
  });
}
