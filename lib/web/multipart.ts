import { AppError } from "#lib/platform/errors";

const HEADERS_LIMIT = 16 * 1024;
const SKIPPED_LIMIT = 256 * 1024;

/**
 * The content of one field of a `multipart/form-data` body (RFC 7578), piece by piece: a large file is never held whole.
 * What the sender calls the file is not even read. Other fields are dropped.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE, BAD_REQUEST for a body that is cut off, VALIDATION when the field is not there
 */
export async function* readFilePart(request: Request, field: string): AsyncGenerator<Buffer> {
  const boundary = boundaryOf(request.headers.get("content-type") ?? "");
  if (!boundary) throw new AppError("UNSUPPORTED_MEDIA_TYPE", [{ path: field, message: "notMultipart" }]);
  const source = new Source(request);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  try {
    await skip(source.until(delimiter), HEADERS_LIMIT);
    while (!(await source.startsWith("--"))) {
      const headers = (await gather(source.until(Buffer.from("\r\n\r\n")), HEADERS_LIMIT)).toString("utf8");
      if (nameOf(headers) === field) {
        yield* source.until(delimiter);
        return;
      }
      await skip(source.until(delimiter), SKIPPED_LIMIT);
    }
  } finally {
    source.close();
  }
  throw new AppError("VALIDATION", [{ path: field, message: "required" }]);
}

function boundaryOf(contentType: string): string | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? plain;
}

/** The name of a field; what stands in quotes, as the name of a file may, is no parameter. */
function nameOf(headers: string): string | undefined {
  const [, disposition = ""] = /^content-disposition:([^\r\n]*)/im.exec(headers) ?? [];
  for (const [, key, quoted, plain] of disposition.matchAll(/;\s*([\w*]+)=(?:"([^"]*)"|([^;"]*))/g)) {
    if (key?.toLowerCase() === "name") return quoted ?? plain?.trim();
  }
  return undefined;
}

/** The bytes of a body, of which some have arrived. The first delimiter may stand at its very beginning. */
class Source {
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #held: Buffer = Buffer.from("\r\n");

  constructor(request: Request) {
    this.#reader = request.body?.getReader();
  }

  /** What comes before a delimiter, which is passed over. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(delimiter);
      if (at >= 0) {
        const before = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + delimiter.length);
        if (before.length > 0) yield before;
        return;
      }
      // The end of what is held may be the beginning of the delimiter.
      const safe = this.#held.length - delimiter.length + 1;
      if (safe > 0) {
        const before = this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
        yield before;
      }
      await this.#more();
    }
  }

  async startsWith(text: string): Promise<boolean> {
    while (this.#held.length < text.length) await this.#more();
    return this.#held.subarray(0, text.length).toString("latin1") === text;
  }

  close(): void {
    // The sender may go on sending; nobody waits for it.
    this.#reader?.cancel().catch(() => {});
  }

  async #more(): Promise<void> {
    const piece = await this.#reader?.read().catch(() => undefined);
    if (!piece?.value) throw new AppError("BAD_REQUEST");
    this.#held = Buffer.concat([this.#held, piece.value]);
  }
}

async function gather(pieces: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  let all: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    all = Buffer.concat([all, piece]);
    if (all.length > limit) throw new AppError("BAD_REQUEST");
  }
  return all;
}

async function skip(pieces: AsyncIterable<Buffer>, limit: number): Promise<void> {
  let skipped = 0;
  for await (const { length } of pieces) {
    skipped += length;
    if (skipped > limit) throw new AppError("BAD_REQUEST");
  }
}
