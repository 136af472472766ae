import { AppError } from "#lib/platform/errors";
import { fieldErrors, type z } from "#lib/platform/validation";

/** Room for every field at its longest with each character escaped; more is not a request of ours. */
const BODY_LIMIT = 256 * 1024;
/** No request of ours nests more than a few levels. */
const DEPTH_LIMIT = 32;

/**
 * The JSON body of a request as its schema gives it; one over the limit is dropped and never held.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, BAD_REQUEST or VALIDATION
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!isJson(request.headers.get("content-type"))) throw new AppError("UNSUPPORTED_MEDIA_TYPE");
  const body = parse(await readBytes(request));
  const result = schema.safeParse(body);
  if (!result.success) throw new AppError("VALIDATION", fieldErrors(result.error));
  return result.data;
}

/** `application/json` in UTF-8, which is the only encoding of JSON (RFC 8259, 8.1). */
const isJson = (contentType: string | null): boolean =>
  /^application\/json(?:\s*;\s*charset\s*=\s*"?utf-8"?)?\s*(?:;\s*)?$/i.test(contentType ?? "");

async function readBytes(request: Request): Promise<Uint8Array> {
  const length = request.headers.get("content-length");
  if (Number(length) > BODY_LIMIT) throw new AppError("PAYLOAD_TOO_LARGE");
  return length === null ? readPieces(request) : readWhole(request);
}

/** A body that says its length has it: the server takes no more for it than that. Whole it comes by a shorter way. */
async function readWhole(request: Request): Promise<Uint8Array> {
  const bytes = await request.arrayBuffer().catch(() => {
    throw new AppError("BAD_REQUEST");
  });
  if (bytes.byteLength > BODY_LIMIT) throw new AppError("PAYLOAD_TOO_LARGE");
  return new Uint8Array(bytes);
}

async function readPieces(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let piece = await read(reader); piece; piece = await read(reader)) {
    size += piece.byteLength;
    if (size > BODY_LIMIT) {
      // The sender may go on sending; nobody waits for it.
      reader?.cancel().catch(() => {});
      throw new AppError("PAYLOAD_TOO_LARGE");
    }
    chunks.push(piece);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** The next piece; a connection that breaks off in the middle is the sender's affair, not a fault of ours. */
async function read(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
  try {
    return (await reader?.read())?.value;
  } catch {
    throw new AppError("BAD_REQUEST");
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parse(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw new AppError("BAD_REQUEST");
  }
  if (isDeeperThan(DEPTH_LIMIT, value)) throw new AppError("BAD_REQUEST");
  return value;
}

/** Level by level and not by recursion, which the input could exhaust. */
function isDeeperThan(limit: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return false;
}
