import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { elapsed } from "#lib/platform/clock";
import { type RunningPostgres, startPostgres } from "./start-postgres.ts";

let directory: string;
let running: RunningPostgres | undefined;
const data = (...path: string[]) => join(directory, "data", ...path);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bianzhen-accidents-"));
  running = await startPostgres(directory);
  await query("create table kept as select 42 as id");
  await running.stop();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function query(sql: string) {
  const client = new pg.Client({ connectionString: running?.url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function expectKept() {
  running = await startPostgres(directory);
  expect(await query("select id from kept")).toEqual([{ id: 42 }]);
}

/** Somebody works in the directory, and no server. */
async function whileInUse<Result>(work: (pid: number) => Promise<Result>): Promise<Result> {
  const other = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], {
    cwd: data(),
    stdio: "ignore",
  });
  try {
    return await work(other.pid ?? 0);
  } finally {
    other.kill("SIGKILL");
  }
}

describe("a cluster recovers by itself from", { timeout: 120_000 }, () => {
  it.each([
    ["nothing", ""],
    ["an empty line", "\n"],
    ["other words", "hello\n"],
  ])("a pid file with %s in it", async (_, words) => {
    await writeFile(data("postmaster.pid"), words);
    await expectKept();
  });

  it("a password that was lost", async () => {
    await rm(data("password"));
    await expectKept();
  });

  it.each([
    ["emptied", ""],
    ["cut off", "abc"],
    ["replaced", "x".repeat(32)],
  ])("a password that was %s", async (_, words) => {
    await writeFile(data("password"), words);
    await expectKept();
    expect((await stat(data("password"))).mode & 0o777).toBe(0o600);
  });

  it("directories that were opened to others", async () => {
    for (const path of [directory, data()]) await chmod(path, 0o777);
    await expectKept();
    for (const path of [directory, data()]) expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it("what a start that was killed left of another cluster", async () => {
    await mkdir(join(directory, "new-abcdef", "data"), { recursive: true });
    await writeFile(join(directory, "new-abcdef", "data", "PG_VERSION"), "18");
    await expectKept();
    expect((await readdir(directory)).filter((name) => name.startsWith("new-"))).toEqual([]);
  });
});

describe("a start ends at once with one line, and touches nothing, where", { timeout: 120_000 }, () => {
  it.runIf(existsSync("/proc/self/cwd"))("a pid file names nobody, and somebody works there", async () => {
    await writeFile(data("postmaster.pid"), "");
    await whileInUse((pid) =>
      expect(startPostgres(directory)).rejects.toThrow(
        new RegExp(`^Process ${pid} works in .*: end it \\(kill`),
      ),
    );
    expect(existsSync(data("postmaster.pid"))).toBe(true);
    await expectKept();
  });

  it("a server runs that has another password", async () => {
    await expectKept();
    await writeFile(data("password"), "y".repeat(32));
    // As if it had outlived its owner, with which the lock went.
    await rm(join(directory, "lock"));
    const started = elapsed();
    await expect(startPostgres(directory)).rejects.toThrow(
      /^A PostgreSQL server with another password .*: end it/,
    );
    expect(elapsed() - started).toBeLessThan(20_000);
    expect(await readFile(data("password"), "utf8")).toBe("y".repeat(32));
    expect(await query("select id from kept")).toEqual([{ id: 42 }]);
  });

  it("a setting is wrong", async () => {
    const starting = startPostgres(directory, { settings: { max_connections: "none" } });
    await expect(starting).rejects.toThrow(/^PostgreSQL did not start: .*max_connections.*server\.log\)$/);
  });

  it("half a cluster is there", async () => {
    const half = join(directory, "half");
    await mkdir(join(half, "data", "base"), { recursive: true });
    await expect(startPostgres(half)).rejects.toThrow(/is no whole PostgreSQL database: put it back/);
    expect(existsSync(join(half, "data", "base"))).toBe(true);
  });
});

it("a start can be ended before it is through", async () => {
  const halt = new AbortController();
  const starting = startPostgres(directory, { address: () => halt.abort(), signal: halt.signal });
  await expect(starting).rejects.toThrow("aborted");
  await expectKept();
});
