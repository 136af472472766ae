import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { overlaps } from "#lib/members/overlap";
import { after, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import type { RotateWebhook } from "./endpoint-schema.ts";
import { loadWebhook } from "./load-endpoint.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

/** The secret is in this answer and nowhere else; until then everything is signed with the former one too. */
export type RotateWebhookOutcome =
  | { ok: true; secret: string; until: Date; isOver: boolean }
  | { ok: false; reason: "ENDPOINT_ENDED" };

/** Gives a webhook a new secret, and signs with both for a while, so that nothing stops in between. */
export async function rotateWebhook(actor: Actor, input: RotateWebhook): Promise<RotateWebhookOutcome> {
  const { endpoint, by } = await loadWebhook(actor, input.endpointId);
  const { secret, sealed } = makeWebhookSecret(endpoint.id);
  const until = after(now(), overlaps[input.overlap]);
  const isOver = input.overlap === "none";
  return db.$transaction(async (tx): Promise<RotateWebhookOutcome> => {
    const count = await tx.$executeRaw`
      UPDATE endpoints SET secret = ${sealed}, former_secret = CASE WHEN ${isOver} THEN NULL ELSE secret END,
        former_until = CASE WHEN ${isOver} THEN NULL ELSE ${until}::timestamptz END
      WHERE id = ${endpoint.id}::uuid AND disabled_at IS NULL`;
    if (count === 0) return { ok: false, reason: "ENDPOINT_ENDED" };
    await recordEvent(tx, {
      type: "endpoint.rotated",
      actor: by,
      subjectId: endpoint.id,
      data: { member: endpoint.memberId, until: until.toISOString() },
    });
    return { ok: true, secret, until, isOver };
  });
}
