import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";
import { syncDirectory } from "#lib/platform/sync-directory";
import { SUMS } from "./archive.ts";
import { pour } from "./pour.ts";
import { asItIs, sealFor } from "./seal.ts";

/** How a name ends while the archive is in the making. */
export const DRAFT = ".draft";

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export type Add = (name: string, size: number, content: Pieces) => Promise<void>;

/** Writes an archive entry by entry; it has its name when it is whole and on disk, and is not there at all otherwise. */
export async function writeArchive(
  path: string,
  recipient: string | undefined,
  fill: (add: Add) => Promise<void>,
): Promise<void> {
  const seal = recipient ? sealFor(recipient) : asItIs;
  const draft = path + DRAFT;
  const tar = pack();
  const file = createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true });
  // Most of it is sealed or encoded already, and the rows shrink well at the first level.
  const written = pipeline(Readable.from(tar), createGzip({ level: 1 }), seal, file);
  written.catch(() => {}); // Told below, by whoever adds or at the end.
  const sums: string[] = [];
  const add: Add = async (name, size, content) => {
    const hash = createHash("sha256");
    const { promise: taken, resolve, reject } = Promise.withResolvers<void>();
    const entry = tar.entry({ name, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
    entry.on("error", reject);
    await Promise.race([Promise.all([pour(hashed(content, hash), entry), taken]), failureOf(written)]);
    sums.push(`${hash.digest("hex")}  ${name}\n`);
  };
  try {
    await fill(add);
    const list = Buffer.from(sums.join(""));
    await add(SUMS, list.length, [list]);
    tar.finalize();
    await written;
    await rename(draft, path);
  } catch (error) {
    // What the file met, such as the end of the disk, is why an entry could not be added.
    const cause = file.errored ?? error;
    tar.destroy();
    await written.catch(() => {});
    await rm(draft, { force: true });
    throw cause;
  }
  await syncDirectory(dirname(path));
}

/** Never resolves; rejects when the work does. */
const failureOf = (work: Promise<void>) => work.then(() => new Promise<never>(() => {}));

async function* hashed(content: Pieces, hash: { update(piece: Uint8Array): unknown }) {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}
