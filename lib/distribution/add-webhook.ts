import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { assertWishes } from "./assert-wishes.ts";
import { hasRoomFor } from "./endpoint-room.ts";
import type { AddWebhook } from "./endpoint-schema.ts";
import { hostAndPort } from "./receiver-url.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

/** The secret is in this answer and nowhere else. */
export type AddWebhookOutcome =
  | { ok: true; endpointId: string; secret: string }
  | { ok: false; reason: "TOO_MANY_WEBHOOKS" };

/**
 * Gives a member a webhook, to which everything is sent that is published from now on and that it wants.
 * @throws AppError FORBIDDEN, or VALIDATION for an unknown member, topic or place
 */
export async function addWebhook(actor: Actor, input: AddWebhook): Promise<AddWebhookOutcome> {
  const { memberId, name, url, ...wishes } = input;
  const by = assertCan(actor, "endpoint.manage", { memberIds: [memberId] });
  if ((await db.member.count({ where: { id: memberId } })) === 0)
    throw new AppError("VALIDATION", [{ path: "memberId", message: "unknown" }]);
  await assertWishes(wishes);
  const id = newId();
  const { secret, sealed } = makeWebhookSecret(id);
  const host = hostAndPort(new URL(url));
  return db.$transaction(async (tx): Promise<AddWebhookOutcome> => {
    if (!(await hasRoomFor(tx, "webhook", memberId))) return { ok: false, reason: "TOO_MANY_WEBHOOKS" };
    await tx.endpoint.create({
      data: { id, memberId, kind: "webhook", name, url, host, secret: sealed, createdAt: now(), ...wishes },
    });
    await recordEvent(tx, {
      type: "endpoint.added",
      actor: by,
      subjectId: id,
      data: { member: memberId, host },
    });
    return { ok: true, endpointId: id, secret };
  });
}
