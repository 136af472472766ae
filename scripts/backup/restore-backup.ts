import { createWriteStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { notePending } from "#lib/audit/note-pending";
import { syncDirectory } from "#lib/platform/sync-directory";
import { reactions } from "#lib/worker";
import { migrateDatabase } from "../migrate/migrate-database.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { withClient } from "../postgres/what-is-there.ts";
import { step } from "../step.ts";
import type { Header } from "./archive.ts";
import { checkOf } from "./kept-files.ts";
import { assertEmpty, loadRows, migrationsOf } from "./load-rows.ts";
import { type Archive, type Found, readArchive } from "./read-archive.ts";
import { FULL, NO_SPACE, Refusal } from "./refusal.ts";
import { declareWhole, forgetWhole, openDraft, takePlace } from "./take-place.ts";

export type Target = { dataDir: string; databaseUrl: string | undefined; secret: string | undefined };
type Source = Found & { archive: Archive; signal: AbortSignal };

/**
 * Makes the installation again that a backup was made of, in an empty data directory and an empty database, with the tables of
 * this release. The archive is read to its end before anything is written; what fails later leaves nothing.
 */
export async function restoreBackup(archive: Archive, target: Target, signal: AbortSignal): Promise<Header> {
  const { dataDir, databaseUrl } = target;
  const found = await step("Check the backup", () =>
    readArchive(archive, async () => signal.throwIfAborted()),
  );
  const source = { ...found, archive, signal };
  await migrationsOf(found.header);
  assertSecret(found.header, target.secret);
  if (databaseUrl) await withClient(databaseUrl, assertEmpty);
  const draft = await openDraft(dataDir);
  try {
    await (databaseUrl
      ? fillServer(source, databaseUrl, dataDir, draft)
      : fillDirectory(source, dataDir, draft));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return found.header;
}

/** What is sealed can be opened by nothing but the secret with which it was. */
function assertSecret({ secret: { place, check } }: Header, secret: string | undefined) {
  if (secret === undefined && place === "environment")
    throw new Refusal("This backup holds no secret: set SECRET to the one that the installation had.");
  if (secret !== undefined && checkOf(secret) !== check)
    throw new Refusal(
      `SECRET is not the secret of this backup: ${place === "archive" ? "unset it, for the backup holds its own" : "set it to the one that the installation had"}.`,
    );
}

/** The database grows with the files in one draft, which counts when all of it is whole. */
async function fillDirectory(source: Source, dataDir: string, draft: string): Promise<void> {
  const directory = join(draft, "postgres");
  const server = await step("Start PostgreSQL", () => startPostgres(directory));
  try {
    await withClient(server.url, async (client) => {
      await step("Restore rows and files", () => load(client, source, draft));
      await client.query("commit");
    });
    await bringUpToDate(server.url, source.header);
  } catch (error) {
    // Where the disk is full the server may end itself, and a connection is lost without a word.
    const words = await readFile(join(directory, "server.log"), "utf8");
    await server.stop("at once");
    throw words.includes(NO_SPACE) ? new Refusal(FULL) : error;
  }
  await server.stop();
  await declareWhole(dataDir);
  await takePlace(dataDir);
}

/** A server commits by itself, so the files are declared whole just before: rows never come without them. */
async function fillServer(source: Source, url: string, dataDir: string, draft: string): Promise<void> {
  await withClient(url, async (client) => {
    await step("Restore rows and files", () => load(client, source, draft));
    await declareWhole(dataDir);
    try {
      await client.query("commit");
    } catch (error) {
      await forgetWhole(dataDir);
      throw error;
    }
  });
  await takePlace(dataDir);
  await bringUpToDate(url, source.header);
}

/** Leaves its transaction open, for whoever knows when it counts. */
async function load(client: pg.Client, { archive, header, sums, signal }: Source, draft: string) {
  const directories = new Set<string>();
  await client.query("begin");
  await assertEmpty(client);
  await loadRows(client, header, async (loadPart) => {
    const again = await readArchive(archive, async ({ place, content }) => {
      signal.throwIfAborted();
      if (place.kind === "rows") return loadPart(place.table, content);
      const path = join(draft, place.path);
      for (let up = dirname(path); up.startsWith(draft); up = dirname(up)) directories.add(up);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(content, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
    });
    if (again.sums !== sums) throw new Refusal("The backup changed while it was read.");
  });
  for (const directory of directories) await syncDirectory(directory);
}

/** Newer migrations, the queue and the rights, as at every start; then what was left to do is taken up again. */
async function bringUpToDate(url: string, { madeAt, waitingSince }: Header): Promise<void> {
  await step("Bring the database up to date", async () => {
    await migrateDatabase(url);
    const since = waitingSince === null ? null : new Date(waitingSince);
    const pending = notePending(reactions, { madeAt: new Date(madeAt), waitingSince: since });
    await withClient(url, async (client) => {
      for (const { text, values } of pending) await client.query(text, values);
      await client.query("analyze");
    });
  });
}
