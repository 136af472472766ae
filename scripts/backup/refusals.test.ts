import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { generateIdentity, identityToRecipient } from "age-encryption";
import pg from "pg";
import { type Pack, pack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { config } from "#lib/platform/config";
import { newId } from "#lib/platform/id";
import { readOrCreateRoot } from "#lib/platform/secrets";
import { storage } from "#lib/platform/storage";
import { asOwner, ownerUrl } from "#lib/platform/testing/as-owner";
import { HEADER, type Header, SUMS } from "./archive.ts";
import { keptFiles } from "./kept-files.ts";
import { makeBackup } from "./make-backup.ts";
import { readArchive } from "./read-archive.ts";
import { lineOf } from "./refusal.ts";
import { restoreBackup } from "./restore-backup.ts";
import { type Add, writeArchive } from "./write-archive.ts";

const signal = new AbortController().signal;
const secret = "a secret that somebody set by hand, long enough";
let directory: string;
let plain: string;
let sealed: string;
let identities: string;
let header: Header;

const backUp = (more: { secret?: string; recipient?: string; signal?: AbortSignal } = {}) =>
  makeBackup(
    { databaseUrl: ownerUrl(), dataDir: config.DATA_DIR, secret: more.secret },
    { directory, recipient: more.recipient, signal: more.signal ?? signal },
  );

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  directory = await mkdtemp(join(tmpdir(), "bianzhen-refusals-"));
  readOrCreateRoot(config.DATA_DIR);
  await storage.put("original", newId(), [Buffer.alloc(300_000, "x")]);
  identities = await generateIdentity();
  plain = (await backUp()).path;
  sealed = (await backUp({ recipient: await identityToRecipient(identities) })).path;
  ({ header } = await readArchive({ path: plain, identities: undefined }, async () => {}));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(directory, { recursive: true, force: true });
});

/** The same file with something done to its bytes. */
async function changed(path: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const other = join(directory, newId());
  await writeFile(other, change(await readFile(path)));
  return other;
}

async function made(fill: (add: Add) => Promise<void>): Promise<string> {
  const path = join(directory, newId());
  await writeArchive(path, undefined, fill);
  return path;
}

async function forge(tar: Pack): Promise<string> {
  const path = join(directory, newId());
  await writeFile(path, gzipSync(await buffer(Readable.from(tar))));
  return path;
}

const words = (add: Add, name: string, text: string) =>
  add(name, Buffer.byteLength(text), [Buffer.from(text)]);

type Target = { dataDir?: string; databaseUrl?: string; secret?: string; identities?: string };

/** Restores where nothing is, and gives the line that it ends with; nothing may be there then. */
async function refusalOf(path: string, { dataDir, databaseUrl, secret, identities }: Target = {}) {
  const target = { dataDir: dataDir ?? join(directory, newId()), databaseUrl, secret };
  const found = await readdir(target.dataDir).catch(() => []);
  const line = await restoreBackup({ path, identities }, target, signal).then(() => "restored", lineOf);
  expect(await readdir(target.dataDir).catch(() => [])).toEqual(found);
  expect(line).not.toContain("\n");
  return line;
}

describe("a restore ends with one line and leaves nothing", () => {
  const cut = (share: number) => (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * share));
  const flip = (share: number) => (bytes: Buffer) => {
    const at = Math.floor(bytes.length * share);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    return bytes;
  };

  it.each([0.1, 0.5, 0.99])("of an archive that is cut off at %d", async (share) => {
    expect(await refusalOf(await changed(plain, cut(share)))).toMatch(/^The backup is damaged or cut off/);
    expect(await refusalOf(await changed(sealed, cut(share)), { identities })).toMatch(
      /^The backup is damaged or cut off/,
    );
  });

  it.each([0.2, 0.6, 0.9])("of an archive with a wrong byte at %d", async (share) => {
    expect(await refusalOf(await changed(plain, flip(share)))).toMatch(/^The backup is damaged or cut off/);
    expect(await refusalOf(await changed(sealed, flip(share)), { identities })).toMatch(
      /^The backup is damaged or cut off/,
    );
  });

  it("of an archive whose contents are not what its hashes say, and of one without them", async () => {
    const content = JSON.stringify(header);
    const forged = (...sums: string[]) => {
      const tar = pack();
      tar.entry({ name: HEADER }, content);
      for (const list of sums) tar.entry({ name: SUMS }, list);
      tar.finalize();
      return forge(tar);
    };
    const ofAnother = `${createHash("sha256").update("another content").digest("hex")}  ${HEADER}\n`;
    expect(await refusalOf(await forged(ofAnother))).toMatch(/not what its hashes say\.$/);
    expect(await refusalOf(await forged())).toMatch(/its end is missing\.$/);
    const other = await made(async (add) => {
      await words(add, HEADER, JSON.stringify(header));
      await words(add, SUMS, "0000  backup.json\n");
    });
    expect(await refusalOf(other)).toMatch(/damaged or cut off: something follows its list/);
    const none = await changed(plain, () => Buffer.alloc(0));
    expect(await refusalOf(none)).toMatch(/is no backup of this product\.$/);
  });

  it("of what is no backup", async () => {
    const text = await changed(plain, () => Buffer.from("a text\n"));
    expect(await refusalOf(text)).toBe(`${text} is no backup of this product.`);
    const foreign = await made((add) => words(add, "readme", "a tar"));
    expect(await refusalOf(foreign)).toBe("This is no backup of this product.");
    expect(await refusalOf(join(directory, "none"))).toMatch(/cannot be read \(ENOENT\)\.$/);
    expect(await refusalOf(directory)).toMatch(/cannot be read \(EISDIR\)\.$/);
  });

  it.each([
    "../outside",
    "data/../../outside",
    "data/.hidden",
    "files/original/../../../outside",
    "files/arriving/00/019ad1f0-0000-7000-8000-000000000000",
    "tables/pg_authid/000000",
    "/etc/passwd",
  ])("of an archive that holds %s", async (name) => {
    const path = await made(async (add) => {
      await words(add, HEADER, JSON.stringify(header));
      await words(add, name, "root::0:0::/:/bin/sh");
    });
    expect(await refusalOf(path)).toBe("This is no backup of this product: it holds what none does.");
  });

  it("of a newer release, in its archives or its tables", async () => {
    const newer = (more: object) => made((add) => words(add, HEADER, JSON.stringify({ ...header, ...more })));
    expect(await refusalOf(await newer({ format: 2 }))).toMatch(/^The backup was made by another release/);
    const migrations = [...header.migrations, "20990101000000_to-come"];
    expect(await refusalOf(await newer({ migrations }))).toMatch(
      /newer release, with the migration 20990101000000_to-come/,
    );
  });

  it("where something is already", async () => {
    const dataDir = join(directory, newId());
    await mkdir(dataDir);
    await writeFile(join(dataDir, "secret"), "theirs");
    expect(await refusalOf(plain, { dataDir })).toMatch(/is not empty \(it holds secret\)/);
    expect(await refusalOf(plain, { databaseUrl: ownerUrl() })).toMatch(/^The database is not empty/);
  });

  it("without what opens it", async () => {
    expect(await refusalOf(sealed)).toMatch(/BACKUP_IDENTITY names no file/);
    const other = await generateIdentity();
    expect(await refusalOf(sealed, { identities: other })).toMatch(/encrypted for another identity/);
    expect(await refusalOf(sealed, { identities: "password" })).toMatch(/no file with an identity of age/);
  });

  it("without the secret that was set when it was made, or with another", async () => {
    const { path } = await backUp({ secret });
    expect(await refusalOf(path)).toMatch(/holds no secret: set SECRET to the one/);
    expect(await refusalOf(path, { secret: "another" })).toMatch(/SECRET is not the secret of this backup/);
    expect(await refusalOf(plain, { secret })).toMatch(/unset it, for the backup holds its own/);
  });

  it("where rows refer to what is not there", async () => {
    const url = Object.assign(new URL(ownerUrl()), { pathname: "refusals" }).href;
    await asOwner("drop database if exists refusals with (force)");
    await asOwner("create database refusals");
    const path = await made(async (add) => {
      await words(add, HEADER, JSON.stringify(header));
      await words(add, "tables/sessions/000000", "not a row\n");
    });
    expect(await refusalOf(path, { databaseUrl: url })).toMatch(/^PostgreSQL says: /);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rowCount } = await client.query(
      "select from pg_class where relnamespace = 'public'::regnamespace",
    );
    await client.end();
    expect(rowCount).toBe(0);
  });
});

describe("a backup", () => {
  it("that is stopped, or cannot be written for whom it is meant, leaves nothing", async () => {
    const found = (await readdir(directory)).toSorted();
    await expect(backUp({ signal: AbortSignal.abort(new Error("Stopped")) })).rejects.toThrow("Stopped");
    await expect(backUp({ recipient: "age1mistyped" })).rejects.toThrow(/BACKUP_RECIPIENT is no recipient/);
    expect((await readdir(directory)).toSorted()).toEqual(found);
  });

  it("clears away what a killed one left, and makes way for nobody while it runs", async () => {
    await writeFile(join(directory, "bianzhen-20261130T000000-000Z.tar.gz.draft"), "half");
    await backUp();
    expect((await readdir(directory)).filter((name) => name.endsWith(".draft"))).toEqual([]);
    const client = new pg.Client({ connectionString: ownerUrl() });
    await client.connect();
    await client.query("select pg_advisory_lock(4210024)");
    await expect(backUp()).rejects.toThrow("Another backup of this database is running.");
    await client.end();
  });

  it("needs the secret of the installation", async () => {
    const elsewhere = { databaseUrl: ownerUrl(), dataDir: directory, secret: undefined };
    await expect(makeBackup(elsewhere, { directory, recipient: undefined, signal })).rejects.toThrow(
      /There is no secret in/,
    );
  });

  it("leaves out what is deleted before its turn", async () => {
    const [first, second] = [newId(), newId()];
    const dataDir = await mkdtemp(join(directory, "files-"));
    const pathOf = (id: string) => join(dataDir, "files", "copy", id.slice(-2), id);
    for (const id of [first, second]) {
      await mkdir(join(pathOf(id), ".."), { recursive: true });
      await writeFile(pathOf(id), id);
    }
    const found: string[] = [];
    for await (const { content } of keptFiles(dataDir)) {
      for (const id of [first, second]) await rm(pathOf(id), { force: true });
      for await (const piece of content) found.push(piece.toString());
    }
    expect(found).toHaveLength(1);
  });

  it("calls a full disk by its name, whoever met its end", () => {
    for (const code of ["ENOSPC", "53100"])
      expect(lineOf(Object.assign(new Error("could not write\nmore"), { code }))).toMatch(
        /^The disk is full/,
      );
  });
});
