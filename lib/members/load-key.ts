import type { Actor, EventActor } from "#lib/access/actor";
import { keyState } from "#lib/access/api-key";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";

/** A key that the actor may change, and in which capacity. @throws AppError NOT_FOUND or FORBIDDEN */
export async function loadKey(actor: Actor, keyId: string) {
  const key = isId(keyId)
    ? await db.apiKey.findUnique({
        where: { id: keyId },
        select: {
          id: true,
          memberId: true,
          name: true,
          hint: true,
          scopes: true,
          lastUsedAt: true,
          expiresAt: true,
          revokedAt: true,
          member: { select: { zh: true, en: true } },
        },
      })
    : null;
  if (!key) throw new AppError("NOT_FOUND");
  const by: EventActor = assertCan(actor, "key.manage", { memberIds: [key.memberId] });
  return { key: { ...key, state: keyState(key) }, by };
}

export type LoadedKey = Awaited<ReturnType<typeof loadKey>>["key"];
