import { randomBytes } from "node:crypto";
import { keyedHash } from "#lib/platform/secrets";
import { plain } from "#lib/wording/plain";

/** Crockford's base32: no I, L, O, U, so that what people write down by hand can be read again. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES = 15;
const SYMBOLS = (BYTES * 8) / 5;

/**
 * A new receipt (查询码): 120 bits as six groups of four. With an idempotency key it is derived from the key, so that
 * the same request gets the same receipt although receipts are never stored.
 */
export function makeReceipt(idempotencyKey?: string): string {
  const bytes = idempotencyKey ? keyedHash("receipt", idempotencyKey).subarray(0, BYTES) : randomBytes(BYTES);
  return encode(bytes);
}

/** What is stored of a receipt: a keyed hash. Look-alike letters, case, blanks and what is invisible are forgiven; null when it cannot be a receipt. */
export function hashReceipt(typed: string): Buffer | null {
  const symbols = symbolsOf(typed);
  return symbols === null ? null : keyedHash("receipt-hash", symbols);
}

function encode(bytes: Buffer): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  const symbols = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join("");
  return (symbols.match(/.{4}/g) ?? []).join("-");
}

/** How many characters a receipt lacks of which only a part was typed; 0 for what is whole or is none. */
export function missingIn(typed: string): number {
  const symbols = meant(typed);
  return symbols !== "" && isOfReceipts(symbols) ? Math.max(0, SYMBOLS - symbols.length) : 0;
}

function symbolsOf(typed: string): string | null {
  const symbols = meant(typed);
  return symbols.length === SYMBOLS && isOfReceipts(symbols) ? symbols : null;
}

const isOfReceipts = (symbols: string): boolean => [...symbols].every((symbol) => ALPHABET.includes(symbol));

const meant = (typed: string): string =>
  plain(typed)
    .text.toUpperCase()
    .replace(/[\s\-‐–—]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
