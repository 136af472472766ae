import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Finished } from "./store.ts";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** High enough that little is left to gain, low enough that nobody waits for it. */
const QUALITY = 6;

/** The bytes of an answer in every encoding, with their mark. `headers` are names and values in turn. */
export async function finish(status: number, headers: readonly string[], body: Buffer): Promise<Finished> {
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const [br, zipped] = await Promise.all([
    brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, ...size } }),
    gzipped(body),
  ]);
  // Weak: one mark for all encodings.
  const etag = `W/"${createHash("sha1").update(body).digest("base64url")}"`;
  return { status, headers, etag, bytes: { br, gzip: zipped, identity: body } };
}
