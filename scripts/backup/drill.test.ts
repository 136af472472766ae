import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashReceipt } from "#lib/intake/receipt";
import { config } from "#lib/platform/config";
import { asOwner, ownerUrl } from "#lib/platform/testing/as-owner";
import { type RunningPostgres, startPostgres } from "../postgres/start-postgres.ts";
import { withClient } from "../postgres/what-is-there.ts";
import { takePlace } from "./take-place.ts";
import { filesIn, guardsIn, rowsIn } from "./testing/contents.ts";

const run = promisify(execFile);
let directory: string;

type Settings = Record<string, string>;

/** What is set for the commands of the drill, each a process of its own. */
const settings = (more: Settings): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: "",
  SECRET: "",
  BACKUP_RECIPIENT: "",
  BACKUP_IDENTITY: "",
  BACKUP_DIR: join(directory, "backups"),
  ...more,
});

async function backUp(more: Settings) {
  const { stdout } = await run(process.execPath, ["scripts/backup.ts"], { env: settings(more) });
  const [path = ""] = /^.*\.(gz|age)(?=:)/m.exec(stdout) ?? [];
  return { path, words: stdout };
}

const restore = (path: string, more: Settings) =>
  run(process.execPath, ["scripts/restore.ts", path], { env: settings(more) });

type Line = { receipt: string; uploadId: string | null };

/** A process that files reports; what it was told is kept outside of everything that is lost. */
function startFiling() {
  const child = spawn(process.execPath, ["scripts/backup/testing/file-reports.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ledger: Line[] = [];
  createInterface(child.stdout).on("line", (line) => ledger.push(JSON.parse(line)));
  const until = async (count: number) => {
    while (ledger.length < count) {
      if (child.exitCode !== null) throw new Error("nobody files reports any more");
      await pause(20);
    }
  };
  const closed = once(child, "close");
  const stop = async () => {
    child.kill("SIGKILL");
    await closed;
  };
  return { ledger, until, stop };
}

async function createDatabase(name: string): Promise<string> {
  await asOwner(`drop database if exists ${name} with (force)`);
  await asOwner(`create database ${name}`);
  return Object.assign(new URL(ownerUrl()), { pathname: name }).href;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bianzhen-drill-"));
});
afterAll(() => rm(directory, { recursive: true, force: true, maxRetries: 5 }));

describe("backup, wipe, restore", () => {
  let server: RunningPostgres | undefined;
  const home = () => join(directory, "home");
  afterAll(() => server?.stop());

  it("loses nothing that was acknowledged before the backup, while more is written", async () => {
    const filing = startFiling();
    try {
      await filing.until(30);
      const before = [...filing.ledger];
      const started = performance.now();
      const { path, words } = await backUp({ DATABASE_URL: ownerUrl() });
      const took = performance.now() - started;
      const during = filing.ledger.length - before.length;
      await filing.until(filing.ledger.length + 5);
      await filing.stop();
      expect(words).toContain(
        "It is not encrypted: whoever has it can read everything, for the secret is in it.",
      );
      expect((await stat(path)).mode & 0o777).toBe(0o600);

      const since = performance.now();
      await restore(path, { DATA_DIR: home() });
      console.info(
        `drill: ${before.length} reports, ${during} more while backing up in ${Math.round(took)} ms; restored in ${Math.round(performance.now() - since)} ms`,
      );
      server = await startPostgres(join(home(), "postgres"));

      const [rows, all] = [await rowsIn(server.url), await rowsIn(ownerUrl())];
      for (const [table, found] of rows)
        expect(new Set(all.get(table)).isSupersetOf(new Set(found)), table).toBe(true);
      const hashes = await withClient(server.url, (client) =>
        client.query("select receipt_hash from reports"),
      );
      const known = new Set(hashes.rows.map(({ receipt_hash }) => receipt_hash.toString("hex")));
      const lost = before.filter(({ receipt }) => !known.has(hashReceipt(receipt)?.toString("hex") ?? ""));
      expect(lost).toEqual([]);
      expect(known.size).toBeLessThan(filing.ledger.length);

      const [files, allFiles] = [await filesIn(home()), await filesIn(config.DATA_DIR)];
      for (const [name, hash] of files) expect(allFiles.get(name), name).toBe(hash);
      const named = before.flatMap(({ uploadId }) => uploadId ?? []);
      expect(named.length).toBeGreaterThan(5);
      for (const id of named) expect(files.has(join("original", id.slice(-2), id)), id).toBe(true);
      expect(await readFile(join(home(), "secret"))).toEqual(await readFile(join(config.DATA_DIR, "secret")));
    } finally {
      await filing.stop();
    }
  });

  it("takes up what the queue held, guards what it guarded, and counts on", async () => {
    const url = server?.url ?? "";
    const pending = await withClient(url, (client) =>
      client.query(
        `select from reaction_runs run join events on events.id = event_id
         where reaction = 'receiveReport' and ran_at is null and run.tried_at < now() - interval '15 minutes'`,
      ),
    );
    const [{ count } = { count: "" }] = (
      await withClient(url, (client) => client.query("select count(*) from reports"))
    ).rows;
    expect(pending.rowCount).toBe(Number(count));
    const withoutNumbers = async (where: string) =>
      (await guardsIn(where)).filter((one) => !JSON.stringify(one).includes('"last"'));
    expect(await withoutNumbers(url)).toEqual(await withoutNumbers(ownerUrl()));
    await withClient(url, async (client) => {
      await expect(client.query("delete from events")).rejects.toThrow(/append|change/i);
      const { rows } = await client.query("select nextval('events_seq_seq') > max(seq) as so from events");
      expect(rows).toEqual([{ so: true }]);
    });
  });

  it("gives everything back, row by row and file by file, encrypted and on another server too", async () => {
    const key = join(directory, "key.txt");
    const { stdout } = await run(process.execPath, ["scripts/backup.ts", "--new-key", key], {
      env: settings({}),
    });
    const [BACKUP_RECIPIENT = ""] = /(?<=^BACKUP_RECIPIENT=)\S+/.exec(stdout) ?? [];
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    const [rows, guards] = [await rowsIn(server?.url ?? ""), await guardsIn(server?.url ?? "")];
    const files = await filesIn(home());
    await server?.stop();
    server = undefined;

    const { path, words } = await backUp({ DATA_DIR: home(), BACKUP_RECIPIENT });
    expect(words).not.toContain("not encrypted");
    expect((await readFile(path)).includes(await readFile(join(home(), "secret")))).toBe(false);
    await rm(home(), { recursive: true });

    const url = await createDatabase("drill");
    await restore(path, { DATA_DIR: home(), DATABASE_URL: url, BACKUP_IDENTITY: key });
    expect(await rowsIn(url)).toEqual(rows);
    // Numbers were drawn to see that they go on.
    expect(await guardsIn(url)).toEqual(guards);
    expect(await filesIn(home())).toEqual(files);
    expect((await readdir(home())).toSorted()).toEqual(["files", "secret"]);
  });

  it("leaves the server as it was when it is killed in the middle, and says so when it is tried again", async () => {
    const [name = ""] = (await readdir(join(directory, "backups"))).filter((one) => one.endsWith(".gz"));
    const path = join(directory, "backups", name);
    const url = await createDatabase("drill");
    const DATA_DIR = join(directory, "cut");
    await mkdir(DATA_DIR);
    const child = spawn(process.execPath, ["scripts/restore.ts", path], {
      env: settings({ DATA_DIR, DATABASE_URL: url }),
      stdio: "ignore",
    });
    while (!(await readdir(DATA_DIR)).includes("restoring")) await pause(5);
    child.kill("SIGKILL");
    await once(child, "close");
    await withClient(url, async (client) => {
      const { rowCount } = await client.query(
        "select from pg_class where relnamespace = 'public'::regnamespace",
      );
      expect(rowCount).toBe(0);
    });
    const again = restore(path, { DATA_DIR, DATABASE_URL: url });
    await expect(again).rejects.toMatchObject({
      code: 1,
      stderr: `${join(DATA_DIR, "restoring")} is there: a restore is running, or one was cut off; then remove it and try again.\n`,
    });
  });

  it("finishes at a start what was whole when a restore was killed", async () => {
    const DATA_DIR = join(directory, "whole");
    await mkdir(join(DATA_DIR, "restored", "files"), { recursive: true });
    await writeFile(join(DATA_DIR, "restored", "secret"), "s");
    await takePlace(DATA_DIR);
    expect((await readdir(DATA_DIR)).toSorted()).toEqual(["files", "secret"]);
    await rename(join(DATA_DIR, "secret"), join(DATA_DIR, "kept"));
    await takePlace(DATA_DIR);
    expect((await readdir(DATA_DIR)).toSorted()).toEqual(["files", "kept"]);
    await mkdir(join(DATA_DIR, "restoring"));
    await expect(takePlace(DATA_DIR)).rejects.toThrow(/a restore is running, or one was cut off/);
  });
});
