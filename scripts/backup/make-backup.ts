import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { now } from "#lib/platform/clock";
import { HEADER, type Header, nameOfRows } from "./archive.ts";
import { checkOf, keptFiles } from "./kept-files.ts";
import { Refusal } from "./refusal.ts";
import { type Snapshot, withSnapshot } from "./take-rows.ts";
import { type Add, DRAFT, writeArchive } from "./write-archive.ts";

export type Installation = { databaseUrl: string; dataDir: string; secret: string | undefined };
type Options = { directory: string; recipient: string | undefined; signal: AbortSignal };
export type Backup = { path: string; bytes: number; tables: number; files: number; secret: Header["secret"] };

/**
 * Writes one archive of all that an installation holds at this moment, while it is used: every row of one snapshot of the
 * database, then the files. A file is on disk before a row names it, so that every one the rows know is there.
 */
export async function makeBackup(installation: Installation, options: Options): Promise<Backup> {
  const { directory, recipient, signal } = options;
  const secret = await findSecret(installation);
  const madeAt = now().toISOString();
  return withSnapshot(installation.databaseUrl, async (snapshot) => {
    await dropDrafts(directory);
    const name = `bianzhen-${madeAt.replaceAll(/[-:]/g, "").replace(".", "-")}.tar.gz${recipient ? ".age" : ""}`;
    const path = join(directory, name);
    let files = 0;
    await writeArchive(path, recipient, async (write) => {
      const add: Add = async (...entry) => {
        signal.throwIfAborted();
        await write(...entry);
      };
      await addRows(add, snapshot, { madeAt, secret });
      for await (const { name, size, content } of keptFiles(installation.dataDir)) {
        await add(name, size, content);
        files += 1;
      }
    });
    return { path, bytes: (await stat(path)).size, tables: snapshot.tables.length, files, secret };
  });
}

async function addRows(add: Add, { rowsOf, ...found }: Snapshot, more: Pick<Header, "madeAt" | "secret">) {
  const header: Header = { product: "bianzhen", format: 1, ...more, ...found };
  const words = Buffer.from(JSON.stringify(header));
  await add(HEADER, words.length, [words]);
  for (const table of found.tables) {
    let part = 0;
    for await (const rows of rowsOf(table)) await add(nameOfRows(table.name, part++), rows.length, [rows]);
  }
}

/** Whoever runs the backup of another directory than that of the installation would lose what is sealed. */
async function findSecret({ dataDir, secret }: Installation): Promise<Header["secret"]> {
  if (secret) return { place: "environment", check: checkOf(secret) };
  const found = await readFile(join(dataDir, "secret")).catch(() => null);
  if (found) return { place: "archive", check: checkOf(found) };
  throw new Refusal(
    `There is no secret in ${dataDir}: set DATA_DIR, or SECRET, to what the installation runs with.`,
  );
}

/** What a killed backup left behind; this one holds the lock, so nobody works on it. */
async function dropDrafts(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name.startsWith("bianzhen-") && name.endsWith(DRAFT))
      await rm(join(directory, name), { force: true });
  }
}
