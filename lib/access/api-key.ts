import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { hashKeySecret } from "./api-key-secret.ts";
import type { Scope } from "./scopes.ts";

/** A member's own application, as its key names it. */
export type KeyHolder = { keyId: string; memberId: string; scopes: readonly Scope[] };

/** Whether a key opens anything, and if not, why; one that was rotated goes on for a while. */
export type KeyState = "live" | "ending" | "expired" | "revoked";

type Ends = { expiresAt: Date | null; revokedAt: Date | null };

export function keyState({ expiresAt, revokedAt }: Ends): KeyState {
  if (revokedAt) return "revoked";
  if (!expiresAt) return "live";
  return expiresAt > now() ? "ending" : "expired";
}

/** The keys that open something at this moment. */
export const usableKeys = () => ({
  revokedAt: null,
  OR: [{ expiresAt: null }, { expiresAt: { gt: now() } }],
});

/**
 * Whose application sends this request, which must be let to do this; null for a citizen, who sends no key. A wrong key is
 * refused and never taken for no key.
 * @throws AppError UNAUTHENTICATED or FORBIDDEN
 */
export async function readApiKey(request: Request, scope: Scope): Promise<KeyHolder | null> {
  const authorization = request.headers.get("authorization");
  if (authorization === null) return null;
  const holder = await findHolder(/^Bearer +([\x21-\x7e]+)$/i.exec(authorization.trim())?.[1] ?? "");
  if (!holder) throw refusal("UNAUTHENTICATED", 'error="invalid_token"');
  if (!holder.scopes.includes(scope)) {
    throw refusal("FORBIDDEN", `error="insufficient_scope", scope="${scope}"`);
  }
  return holder;
}

/** The same for a call that only members' applications make. @throws AppError UNAUTHENTICATED or FORBIDDEN */
export async function requireApiKey(request: Request, scope: Scope): Promise<KeyHolder> {
  const holder = await readApiKey(request, scope);
  if (!holder) throw refusal("UNAUTHENTICATED");
  return holder;
}

/** The refusal with the challenge that belongs to it (RFC 6750, 3). */
const refusal = (code: "UNAUTHENTICATED" | "FORBIDDEN", ...why: readonly string[]) =>
  new AppError(code, [], { "WWW-Authenticate": `Bearer ${['realm="members"', ...why].join(", ")}` });

/** Whatever was sent is hashed and looked up, so that the time that takes tells nothing of what is known. */
async function findHolder(secret: string): Promise<KeyHolder | null> {
  const key = await db.apiKey.findUnique({
    where: { secretHash: hashKeySecret(secret) },
    select: { id: true, memberId: true, scopes: true, lastUsedAt: true, expiresAt: true, revokedAt: true },
  });
  if (!key || !opens(keyState(key))) return null;
  await noteUse(key);
  return { keyId: key.id, memberId: key.memberId, scopes: key.scopes };
}

export const opens = (state: KeyState): boolean => state === "live" || state === "ending";

/** To the minute, so that a busy key is not a busy row. */
async function noteUse({ id, lastUsedAt }: { id: string; lastUsedAt: Date | null }): Promise<void> {
  const at = now();
  const aMinuteAgo = after(at, -minutes(1));
  if (lastUsedAt && lastUsedAt > aMinuteAgo) return;
  await db.apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: aMinuteAgo } }] },
    data: { lastUsedAt: at },
  });
}
