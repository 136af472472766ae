import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { config } from "./config.ts";
import { isId, newId } from "./id.ts";
import { syncDirectory } from "./sync-directory.ts";

/** What is kept of a file, each kind in a place of its own. */
export const shelves = ["original", "copy", "blurred"] as const;
export type Shelf = (typeof shelves)[number];

/** Where files are kept. Names are ids that we made, never what a sender called them; another store has the same four verbs. */
export type Storage = {
  /** Stores what `content` yields; it is on disk, whole, when this returns, or not there at all. */
  put(shelf: Shelf, id: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** The content piece by piece, or null when there is none. */
  open(shelf: Shelf, id: string): Promise<AsyncIterable<Buffer> | null>;
  remove(shelf: Shelf, id: string): Promise<void>;
  /** The ids on a shelf that were stored before a moment: for the sweep of what nothing refers to. */
  listBefore(shelf: Shelf, moment: Date): AsyncIterable<string>;
};

/** Files on the disk of this machine, under `root`. */
export function diskStorage(root: string): Storage {
  const pathOf = (shelf: Shelf, id: string): string => {
    if (!isId(id)) throw new Error("a file is named by an id");
    return join(root, shelf, id.slice(-2), id);
  };
  return {
    async put(shelf, id, content) {
      const path = pathOf(shelf, id);
      const directory = dirname(path);
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const draft = `${path}.${newId()}.draft`;
      try {
        await write(draft, content);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncDirectory(directory);
    },
    async open(shelf, id) {
      const path = pathOf(shelf, id);
      const exists = await stat(path).catch(() => null);
      return exists ? createReadStream(path) : null;
    },
    remove: (shelf, id) => rm(pathOf(shelf, id), { force: true }),
    async *listBefore(shelf, moment) {
      const top = join(root, shelf);
      for (const part of await readdir(top).catch(() => [])) {
        for (const name of await readdir(join(top, part))) {
          const found = await stat(join(top, part, name)).catch(() => null);
          if (!found || found.mtime >= moment) continue;
          // A draft that nobody finished is what is left of a crash.
          if (isId(name)) yield name;
          else await rm(join(top, part, name), { force: true });
        }
      }
    },
  };
}

async function write(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for await (const piece of content) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The files of this installation. */
export const storage: Storage = diskStorage(join(config.DATA_DIR, "files"));

/** Everything of one file, for those that are known to be small. */
export async function readWhole(shelf: Shelf, id: string): Promise<Buffer | null> {
  const content = await storage.open(shelf, id);
  if (!content) return null;
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}
