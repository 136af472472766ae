import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { config } from "./config.ts";
import { once } from "./once.ts";

const keys = once("keys", () => new Map<string, Buffer>());
/** The same keys as Node prepares them, which costs more each time than a hash does. */
const prepared = once("prepared keys", () => new Map<string, KeyObject>());

/** The secret of this installation, of which all keys are derived. */
export const rootSecret = (): Buffer =>
  once("root secret", () => (config.SECRET ? Buffer.from(config.SECRET) : readOrCreateRoot(config.DATA_DIR)));

/** A 32-byte key for one purpose, the same in every process of this installation. */
export function deriveKey(purpose: string): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", rootSecret(), "", `bianzhen ${purpose}`, 32));
  keys.set(purpose, key);
  return key;
}

/** The key for one purpose as what encrypts and hashes wants it. */
export function secretKey(purpose: string): KeyObject {
  const known = prepared.get(purpose);
  if (known) return known;
  const key = createSecretKey(deriveKey(purpose));
  prepared.set(purpose, key);
  return key;
}

/** HMAC-SHA-256 of some parts, one after the other, under the key for one purpose: nobody can guess at what was hashed. */
export function keyedHash(purpose: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac("sha256", secretKey(purpose));
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** What is shorter was cut off, or is none. */
const ENOUGH = 32;

/**
 * The root secret in the data directory; of processes that create it at once, all get the first one's.
 * @throws what was cut off by an accident opens nothing, and would protect nothing
 */
export function readOrCreateRoot(directory: string): Buffer {
  const file = join(directory, "secret");
  const found = readRootIn(file);
  if (found) return found;
  mkdirSync(directory, { recursive: true });
  const draft = `${file}-${randomBytes(8).toString("hex")}`;
  writeFileSync(draft, randomBytes(48).toString("base64url"), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file);
}

function readRootIn(file: string): Buffer | null {
  try {
    const found = readFileSync(file);
    if (found.toString().trim().length >= ENOUGH) return found;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
  throw new Error(
    `${file} is empty or cut off: put it back from a backup, for nothing else opens what is sealed.`,
  );
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;
