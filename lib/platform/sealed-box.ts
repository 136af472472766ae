import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { secretKey } from "./secrets.ts";

const NONCE = 12;
const TAG = 16;

/** Seals a text with AES-256-GCM under a key of its purpose; `context` (the row's id) must be the same to open it. */
export function seal(purpose: string, context: string, plain: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", secretKey(purpose), nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` closed; throws when it was altered or belongs to another row. */
export function unseal(purpose: string, context: string, box: Uint8Array): string {
  const bytes = Buffer.from(box);
  const decipher = createDecipheriv("aes-256-gcm", secretKey(purpose), bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
}
