import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyedHash } from "./secrets.ts";

const PIECE = 64 * 1024;
const SALT = 16;
const TAG = 16;

/**
 * Seals a file of any size piece by piece with AES-256-GCM, so that neither side holds it whole and nothing is given out
 * before it was checked. Each file has its own key; a piece's place, and whether it is the last, are in its nonce, so
 * that pieces cannot be swapped, dropped or cut off (the STREAM construction, Hoang et al. 2015).
 */
export async function* sealFile(purpose: string, context: string, plain: Pieces): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const key = keyOf(purpose, context, salt);
  yield salt;
  let place = 0;
  let waiting: Buffer | undefined;
  for await (const piece of cut(plain, PIECE)) {
    if (waiting) yield sealPiece(key, nonceOf(place++, false), waiting);
    waiting = piece;
  }
  yield sealPiece(key, nonceOf(place, true), waiting ?? Buffer.alloc(0));
}

/** Opens what `sealFile` closed; throws where it was altered, cut off, or belongs to another row. */
export async function* unsealFile(purpose: string, context: string, sealed: Pieces): AsyncGenerator<Buffer> {
  let key: Buffer | undefined;
  let place = 0;
  let waiting: Buffer | undefined;
  for await (const piece of cut(sealed, PIECE + TAG, SALT)) {
    if (!key) {
      key = keyOf(purpose, context, piece);
      continue;
    }
    if (waiting) yield openPiece(key, nonceOf(place++, false), waiting);
    waiting = piece;
  }
  if (!key || !waiting) throw new Error("a sealed file is cut off");
  yield openPiece(key, nonceOf(place, true), waiting);
}

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const keyOf = (purpose: string, context: string, salt: Buffer): Buffer => keyedHash(purpose, salt, context);

function nonceOf(place: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(place, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function sealPiece(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openPiece(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < TAG) throw new Error("a sealed file is cut off");
  const at = sealed.length - TAG;
  const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAuthTag(sealed.subarray(at));
  return Buffer.concat([decipher.update(sealed.subarray(0, at)), decipher.final()]);
}

/** The same bytes in pieces of one size; the first may have another, the last is what is left. */
async function* cut(content: Pieces, size: number, first = size): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let wanted = first;
  for await (const piece of content) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    while (held.length >= wanted) {
      yield held.subarray(0, wanted);
      held = held.subarray(wanted);
      wanted = size;
    }
  }
  if (held.length > 0) yield held;
}
