import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import type { ReceiveDelivery } from "./schema.ts";

export type ReceiveOutcome = { ok: true } | { ok: false; reason: "ALREADY_RECEIVED" };

/** A member confirms that it has taken over a publication. */
export async function receiveDelivery(actor: Actor, input: ReceiveDelivery): Promise<ReceiveOutcome> {
  const delivery = await db.delivery.findUnique({
    where: { id: input.deliveryId },
    select: {
      id: true,
      endpoint: { select: { memberId: true, kind: true } },
      version: { select: { number: true, debunk: { select: { claimId: true, slug: true } } } },
    },
  });
  if (!delivery) throw new AppError("NOT_FOUND");
  const { endpoint, version } = delivery;
  const by = assertCan(actor, "delivery.receive", { memberIds: [endpoint.memberId] });
  return db.$transaction(async (tx): Promise<ReceiveOutcome> => {
    // A delivery is received once, whoever of the member confirms it.
    const { count } = await tx.delivery.updateMany({
      where: { id: delivery.id, receivedAt: null },
      data: { receivedAt: now(), receivedBy: "person" },
    });
    if (count === 0) return { ok: false, reason: "ALREADY_RECEIVED" };
    await recordEvent(tx, {
      type: "delivery.received",
      actor: by,
      subjectId: delivery.id,
      claimId: version.debunk.claimId,
      data: { member: endpoint.memberId, slug: version.debunk.slug, version: version.number },
    });
    return { ok: true };
  });
}
