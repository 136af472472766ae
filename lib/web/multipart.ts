import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { AppError, isAppError } from "#lib/platform/errors";

const HEADERS_LIMIT = 16 * 1024;
/** What may come before the file. */
const SKIPPED_LIMIT = 256 * 1024;

/**
 * The content of one field of a `multipart/form-data` body (RFC 7578), piece by piece: a large file is never held whole.
 * What the sender calls the file is of no account. Other fields are dropped.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE, BAD_REQUEST for a body that is cut off, VALIDATION when the field is not there
 */
export async function* readFilePart(request: Request, field: string): AsyncGenerator<Buffer> {
  const form = formOf(request.headers.get("content-type") ?? "", field);
  const body = request.body?.getReader();
  const found = Promise.withResolvers<Readable | null>();
  let file: Readable | undefined;
  form.on("file", (_, part) => {
    // It is told of an end that is missing by an event alone; from then on it must not pass for whole.
    part.on("error", (error) => part.destroy(error));
    file = part;
    found.resolve(part);
  });
  form.on("error", found.reject);
  form.on("finish", () => found.resolve(null));
  pipeline(
    piecesOf(body, () => file !== undefined),
    form,
  ).catch((error) => {
    found.reject(error);
    file?.destroy(error);
  });
  try {
    const part = await found.promise;
    if (!part) throw new AppError("VALIDATION", [{ path: field, message: "required" }]);
    yield* part;
  } catch (error) {
    throw isAppError(error) ? error : new AppError("BAD_REQUEST");
  } finally {
    // The sender may go on sending; nobody waits for it.
    body?.cancel().catch(() => {});
    form.destroy();
  }
}

function formOf(contentType: string, field: string): BusboyInstance {
  try {
    if (!/^multipart\/form-data\s*;/i.test(contentType)) throw new Error();
    return new Busboy({
      headers: { "content-type": contentType },
      isPartAFile: (name) => name === field,
      limits: { files: 1, fieldSize: 0, headerSize: HEADERS_LIMIT },
    });
  } catch {
    throw new AppError("UNSUPPORTED_MEDIA_TYPE", [{ path: field, message: "notMultipart" }]);
  }
}

async function* piecesOf(
  body: ReadableStreamDefaultReader<Uint8Array> | undefined,
  isFound: () => boolean,
): AsyncGenerator<Uint8Array> {
  let skipped = 0;
  for (let piece = await body?.read(); piece?.value; piece = await body?.read()) {
    yield piece.value;
    skipped += piece.value.length;
    if (!isFound() && skipped > SKIPPED_LIMIT) throw new AppError("BAD_REQUEST");
  }
}
