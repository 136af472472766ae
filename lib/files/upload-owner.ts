import { randomBytes, timingSafeEqual } from "node:crypto";
import { keyedHash } from "#lib/platform/secrets";

/** A new secret of 128 bits for whoever sends files. */
export const makeUploadOwner = (): string => randomBytes(16).toString("base64url");

/** What is stored of it. */
export const hashUploadOwner = (secret: string): Buffer => keyedHash("upload-owner", secret);

/** An upload's id as it is passed around: alone, or with the secret after a dot. */
export function splitUploadId(given: string): { id: string; secret: string | undefined } {
  const [id = "", secret] = given.split(".");
  return { id, secret };
}

/** Whether the stored hash is that of the secret, in constant time. */
export const isOwner = (ownerHash: Uint8Array, secret: string | undefined): boolean =>
  secret !== undefined && timingSafeEqual(ownerHash, hashUploadOwner(secret));
