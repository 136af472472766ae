import type { Actor } from "#lib/access/actor";
import { makeKeySecret } from "#lib/access/api-key-secret";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { hasRoomForKey } from "./key-room.ts";
import type { CreateKey } from "./key-schema.ts";

/** The secret is in this answer and nowhere else. */
export type CreateKeyOutcome = { ok: true; secret: string } | { ok: false; reason: "TOO_MANY_KEYS" };

/** Makes a key for an application of a member. @throws AppError FORBIDDEN, or VALIDATION for an unknown member */
export async function createKey(actor: Actor, input: CreateKey): Promise<CreateKeyOutcome> {
  const { memberId, name, scopes } = input;
  const by = assertCan(actor, "key.manage", { memberIds: [memberId] });
  if ((await db.member.count({ where: { id: memberId } })) === 0) {
    throw new AppError("VALIDATION", [{ path: "memberId", message: "unknown" }]);
  }
  const { secret, secretHash, hint } = makeKeySecret();
  return db.$transaction(async (tx): Promise<CreateKeyOutcome> => {
    if (!(await hasRoomForKey(tx, memberId))) return { ok: false, reason: "TOO_MANY_KEYS" };
    const id = newId();
    await tx.apiKey.create({
      data: { id, memberId, name, secretHash, hint, scopes, createdAt: now(), createdById: actor.userId },
    });
    await recordEvent(tx, {
      type: "api-key.created",
      actor: by,
      subjectId: id,
      data: { member: memberId, hint, scopes },
    });
    return { ok: true, secret };
  });
}
