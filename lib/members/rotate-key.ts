import type { Actor } from "#lib/access/actor";
import { makeKeySecret } from "#lib/access/api-key-secret";
import { recordEvent } from "#lib/audit/record-event";
import { after, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { hasRoomForKey } from "./key-room.ts";
import type { RotateKey } from "./key-schema.ts";
import { loadKey } from "./load-key.ts";
import { overlaps } from "./overlap.ts";

/** The secret is in this answer and nowhere else; the old one works until then. */
export type RotateKeyOutcome =
  | { ok: true; secret: string; until: Date; isOver: boolean }
  | { ok: false; reason: "KEY_ENDED" | "TOO_MANY_KEYS" };

/** Gives an application a new key in place of one that goes on for a while, so that nothing stops in between. */
export async function rotateKey(actor: Actor, input: RotateKey): Promise<RotateKeyOutcome> {
  const { key, by } = await loadKey(actor, input.keyId);
  const { memberId, name, scopes } = key;
  const { secret, secretHash, hint } = makeKeySecret();
  return db.$transaction(async (tx): Promise<RotateKeyOutcome> => {
    const at = now();
    const until = after(at, overlaps[input.overlap]);
    const ending = input.overlap === "none" ? key.id : undefined;
    if (!(await hasRoomForKey(tx, memberId, ending))) return { ok: false, reason: "TOO_MANY_KEYS" };
    const { count } = await tx.apiKey.updateMany({
      where: { id: key.id, revokedAt: null, expiresAt: null },
      data: { expiresAt: until },
    });
    if (count === 0) return { ok: false, reason: "KEY_ENDED" };
    const id = newId();
    await tx.apiKey.create({
      data: { id, memberId, name, secretHash, hint, scopes, createdAt: at, createdById: actor.userId },
    });
    await recordEvent(tx, {
      type: "api-key.rotated",
      actor: by,
      subjectId: key.id,
      data: { member: memberId, hint: [key.hint, hint], until: until.toISOString(), successor: id },
    });
    return { ok: true, secret, until, isOver: input.overlap === "none" };
  });
}
