import { createHmac, randomBytes } from "node:crypto";
import { deriveKey } from "#lib/platform/secrets";

/** Crockford's base32: no I, L, O, U, so that what people write down by hand can be read again. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES = 15;
const SYMBOLS = (BYTES * 8) / 5;
const GROUP = 4;

const keyed = (purpose: string, data: Buffer | string): Buffer =>
  createHmac("sha256", deriveKey(purpose)).update(data).digest();

/**
 * A new receipt (查询码): 120 bits as six groups of four. With an idempotency key it is derived from the key, so that
 * the same request gets the same receipt although receipts are never stored.
 */
export function makeReceipt(idempotencyKey?: string): string {
  const bytes = idempotencyKey ? keyed("receipt", idempotencyKey).subarray(0, BYTES) : randomBytes(BYTES);
  return encode(bytes);
}

/** What is stored of a receipt: a keyed hash. Look-alike letters, case and blanks are forgiven; null when it cannot be a receipt. */
export function hashReceipt(typed: string): Buffer | null {
  const symbols = normalise(typed);
  return symbols === null ? null : keyed("receipt-hash", symbols);
}

const LIKE_RECEIPT =
  /(?<![0-9A-Z])(?:(?:[0-9A-TV-Z]{4}[-‐–—\s]){5}[0-9A-TV-Z]{4}|[0-9A-TV-Z]{24})(?![0-9A-Z])/g;
/** A receipt with fewer figures is one in a thousand, and none has only hexadecimal ones: those are ids of something. */
const LEAST_FIGURES = 2;
const ID_OF_SOMETHING = /^[0-9A-F]{24}$/;

/** Whether a text contains something that looks like a receipt, in groups or in one piece, which must stay private. */
export const containsReceipt = (text: string): boolean =>
  (text.normalize("NFKC").toUpperCase().match(LIKE_RECEIPT) ?? []).some(
    (found) => (found.match(/[0-9]/g) ?? []).length >= LEAST_FIGURES && !ID_OF_SOMETHING.test(found),
  );

function encode(bytes: Buffer): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  const symbols = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join("");
  return (symbols.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

function normalise(typed: string): string | null {
  const symbols = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐–—]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  return symbols.length === SYMBOLS && [...symbols].every((symbol) => ALPHABET.includes(symbol))
    ? symbols
    : null;
}
