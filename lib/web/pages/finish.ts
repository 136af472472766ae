import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** In the order of what they save. */
export const encodings = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof encodings)[number];

/** An answer as it is sent: its bytes, and everything that is said with them. */
export type Finished = {
  status: number;
  /** Names and values in turn, as `writeHead` takes them, without what depends on the encoding. */
  headers: readonly string[];
  /** Weak: one mark for all encodings (RFC 9110, 8.8.3). */
  etag: string;
  bytes: Map<Encoding, Buffer>;
};

/** Finishes an answer. `headers` are names and values in turn; `etag` is its mark, where it has one. */
export function finish(
  status: number,
  headers: readonly string[],
  body: Buffer,
  etag = `W/"${createHash("sha1").update(body).digest("base64url")}"`,
): Finished {
  return { status, headers, etag, bytes: new Map([["identity", body]]) };
}

/** High enough that little is left to gain, low enough that nobody waits for it. */
const QUALITY = 6;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const pack = {
  br: (body: Buffer) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: (body: Buffer) => gzipped(body),
};

const bodyOf = ({ bytes }: Finished): Buffer => bytes.get("identity") ?? Buffer.alloc(0);

/** The bytes of an answer in an encoding; packed when they are first wanted so. */
export function bytesIn(finished: Finished, encoding: Encoding): Buffer | Promise<Buffer> {
  const known = finished.bytes.get(encoding);
  if (known || encoding === "identity") return known ?? bodyOf(finished);
  return pack[encoding](bodyOf(finished)).then((packed) => {
    finished.bytes.set(encoding, packed);
    return packed;
  });
}

const OVERHEAD = 2_000;

/** About how much memory an answer takes, with what it may be packed into. */
export const sizeOf = (finished: Finished): number => OVERHEAD + Math.ceil(1.6 * bodyOf(finished).length);
