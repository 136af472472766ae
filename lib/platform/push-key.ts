import { createECDH } from "node:crypto";
import { once } from "./once.ts";
import { deriveKey } from "./secrets.ts";

/**
 * The key pair by which push services know this site (VAPID, RFC 8292). It is derived from the installation's secret, so
 * that every process has the same one and subscriptions outlive a restart.
 */
export const pushKeys = (): { publicKey: string; privateKey: string } => once("push keys", derive);

function derive() {
  const curve = createECDH("prime256v1");
  for (let attempt = 0; ; attempt += 1) {
    const key = deriveKey(attempt === 0 ? "vapid" : `vapid ${attempt}`);
    try {
      curve.setPrivateKey(key);
    } catch {
      // Not a number of the curve: once in four thousand million secrets.
      continue;
    }
    return {
      publicKey: curve.getPublicKey().toString("base64url"),
      privateKey: key.toString("base64url"),
    };
  }
}
