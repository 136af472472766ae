import { createHmac } from "node:crypto";
import { type FileHandle, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { shelves } from "#lib/platform/storage";
import { nameOfData, placeOf } from "./archive.ts";

export type KeptFile = { name: string; size: number; content: AsyncIterable<Buffer> };

/**
 * The files that a backup holds: those of the storage, and what else lies in the data directory, such as the secret. One
 * that is deleted before its turn is left out; one that is open is whole, for none is ever changed.
 */
export async function* keptFiles(dataDir: string): AsyncGenerator<KeptFile> {
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    if (!entry.isDirectory()) yield* openKept(join(dataDir, entry.name), nameOfData(entry.name));
  }
  for (const shelf of shelves) {
    const top = join(dataDir, "files", shelf);
    for (const part of await list(top)) {
      for (const id of await list(join(top, part)))
        yield* openKept(join(top, part, id), `files/${shelf}/${part}/${id}`);
    }
  }
}

/** Drafts of files have other names than files. */
async function* openKept(path: string, name: string): AsyncGenerator<KeptFile> {
  if (!placeOf(name)) return;
  const handle = await unlessGone(open(path));
  if (!handle) return;
  try {
    const found = await handle.stat();
    if (found.isFile()) yield { name, size: found.size, content: piecesOf(handle, found.size) };
  } finally {
    await handle.close();
  }
}

/** What it held when its size was asked for. */
async function* piecesOf(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  if (size > 0) yield* handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
}

const list = async (directory: string): Promise<string[]> => (await unlessGone(readdir(directory))) ?? [];

const unlessGone = <Result>(work: Promise<Result>): Promise<Result | null> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });

/** By what the root secret is known again, without telling it. */
export const checkOf = (secret: Buffer | string): string =>
  createHmac("sha256", secret).update("bianzhen backup").digest("hex");
