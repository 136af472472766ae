import { createHash, timingSafeEqual } from "node:crypto";
import { deriveKey } from "#lib/platform/secrets";

/** The word by which one process of this installation knows another. */
export const ownToken = (): string => deriveKey("revalidate").toString("hex");

/** Whether one of our own processes asks. */
export function isFromOurselves({ headers }: { headers: Headers }): boolean {
  // Hashes are compared, so that neither the length nor the time of the comparison tells anything.
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(headers.get("authorization") ?? ""), hash(`Bearer ${ownToken()}`));
}
