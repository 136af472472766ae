import type { Actor } from "#lib/access/actor";
import { usableKeys } from "#lib/access/api-key";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import type { RevokeKey } from "./key-schema.ts";
import { loadKey } from "./load-key.ts";

export type RevokeKeyOutcome = { ok: true } | { ok: false; reason: "KEY_ENDED" };

/** Ends a key at once and for good. */
export async function revokeKey(actor: Actor, input: RevokeKey): Promise<RevokeKeyOutcome> {
  const { key, by } = await loadKey(actor, input.keyId);
  return db.$transaction(async (tx): Promise<RevokeKeyOutcome> => {
    const { count } = await tx.apiKey.updateMany({
      where: { id: key.id, ...usableKeys() },
      data: { revokedAt: now() },
    });
    if (count === 0) return { ok: false, reason: "KEY_ENDED" };
    await recordEvent(tx, {
      type: "api-key.revoked",
      actor: by,
      subjectId: key.id,
      data: { member: key.memberId, hint: key.hint },
    });
    return { ok: true };
  });
}
