import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { config } from "#lib/platform/config";
import { deriveKey } from "#lib/platform/secrets";

const secure = config.SITE_URL.startsWith("https:");

/** The cookie by which a browser is known to have sent its files; it tells nothing else and ends with them. */
export const senderCookie = {
  name: `${secure ? "__Host-" : ""}bianzhen_sender`,
  options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 24 * 60 * 60 },
} as const;

/** A new secret of 128 bits for whoever sends files. */
export const makeUploadOwner = (): string => randomBytes(16).toString("base64url");

/** What is stored of it. */
export const hashUploadOwner = (secret: string): Buffer =>
  createHmac("sha256", deriveKey("upload-owner")).update(secret).digest();

/** The secret in a request's cookies, if it can be one of ours. */
export function readUploadOwner(headers: Headers): string | undefined {
  const cookies = (headers.get("cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const value = cookies.find((cookie) => cookie.startsWith(`${senderCookie.name}=`))?.split("=")[1];
  return value && /^[\w-]{22}$/.test(value) ? value : undefined;
}

/** The header that hands a browser its secret. */
export function senderCookieHeader(secret: string): string {
  const { maxAge, path } = senderCookie.options;
  return `${senderCookie.name}=${secret}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** An upload's id as it is passed around: alone, or with the secret after a dot. */
export function splitUploadId(given: string): { id: string; secret: string | undefined } {
  const [id = "", secret] = given.split(".");
  return { id, secret };
}

/** Whether the stored hash is that of the secret, in constant time. */
export const isOwner = (ownerHash: Uint8Array, secret: string | undefined): boolean =>
  secret !== undefined && timingSafeEqual(ownerHash, hashUploadOwner(secret));
