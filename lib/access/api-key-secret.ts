import { randomInt } from "node:crypto";
import { keyedHash } from "#lib/platform/secrets";

/** Says to people and to scanners of leaked secrets what it is. */
const PREFIX = "bz_";
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62 to this power is more than 2 to the 256th. */
const LENGTH = 43;
const HINT = 4;

/** A new secret of a member's application with what is stored of it: a keyed hash, and its last letters to tell it by. */
export function makeKeySecret() {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  const secret = PREFIX + letters.join("");
  return { secret, secretHash: hashKeySecret(secret), hint: secret.slice(-HINT) };
}

export const hashKeySecret = (secret: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(keyedHash("api-key", secret));
