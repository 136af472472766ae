import { type ChildProcess, spawn } from "node:child_process";
import { pbkdf2 } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startPostgres } from "./start-postgres.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "bianzhen-postgres-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Another process that runs the server, reports its address and waits to be killed. */
async function startOwner(): Promise<{ owner: ChildProcess; url: string; pid: number }> {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, "start-postgres.ts"))});
    const { url, pid } = await startPostgres(${JSON.stringify(directory)});
    process.send({ url, pid });
    setInterval(() => {}, 1000);`;
  const args = ["--input-type=module", "--eval", program];
  const owner = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const message = await Promise.race([
    once(owner, "message").then(([address]) => address),
    once(owner, "exit").then(() => null),
  ]);
  if (!message) throw new Error("The owner ended; see its message above.");
  return { owner, ...message };
}

async function kill({ owner }: { owner: ChildProcess }) {
  owner.kill("SIGKILL");
  await once(owner, "exit");
}

/** Kills a server and its owner while it counts; the process that counts goes on for a while. @returns its pid */
async function killInQuery(former: { owner: ChildProcess; url: string; pid: number }): Promise<number> {
  const client = new pg.Client({ connectionString: former.url });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query("select pg_backend_pid() as pid");
  client.query("select count(*) from generate_series(1, 6000000)").catch(() => {});
  await pause(300);
  process.kill(former.pid, "SIGKILL");
  await kill(former);
  return rows[0].pid;
}

const pidFile = () => join(directory, "data", "postmaster.pid");

/** Leaves the file of a server behind as if its pid were that of this process by now. */
async function lendPid(found: string) {
  const [, ...rest] = found.split("\n");
  await writeFile(pidFile(), [process.pid, ...rest].join("\n"));
}

/** Keeps the threads busy that open and close files. */
async function whileFilesWait<Result>(work: () => Promise<Result>): Promise<Result> {
  let over = false;
  const derive = promisify(pbkdf2);
  const keepBusy = async () => {
    while (!over) await derive("secret", "salt", 40_000, 64, "sha512");
  };
  const busy = Array.from({ length: 8 }, keepBusy);
  try {
    return await work();
  } finally {
    over = true;
    await Promise.all(busy);
  }
}

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const kept = "create table kept (id int); insert into kept values (42);";

async function expectKept() {
  const postgres = await startPostgres(directory);
  expect(await query(postgres.url, "select id from kept")).toEqual([{ id: 42 }]);
  await postgres.stop();
}

describe("startPostgres", { timeout: 120_000 }, () => {
  it("keeps its data over a stop, and sorts and stores UTF-8 on loopback alone", async () => {
    const postgres = await startPostgres(directory);
    await query(postgres.url, kept);
    expect(await query(postgres.url, "show server_encoding")).toEqual([{ server_encoding: "UTF8" }]);
    expect(await query(postgres.url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await query(postgres.url, "show fsync")).toEqual([{ fsync: "on" }]);
    await postgres.stop();
    await expectKept();
  });

  it("takes over from a server whose owner was killed", async () => {
    const former = await startOwner();
    await query(former.url, kept);
    await kill(former);
    await expectKept();
  });

  it("recovers when owner and server were killed in the middle of a query", async () => {
    const former = await startOwner();
    await query(former.url, kept);
    await killInQuery(former);
    await expectKept();
  });

  it("waits for the query of a killed server, also when its pid now belongs to another program", async () => {
    const former = await startOwner();
    await query(former.url, kept);
    const backend = await killInQuery(former);
    await lendPid(await readFile(pidFile(), "utf8"));
    await expectKept();
    // Of a process that ended, and that nobody has asked for yet, no directory is known either.
    expect(await readlink(`/proc/${backend}/cwd`).catch(() => null)).toBeNull();
  });

  it("says why a server refuses to start, also when that is sooner than a busy process can look", async () => {
    await (await startPostgres(directory)).stop();
    const settings = { max_connections: "none" };
    const starting = whileFilesWait(() => startPostgres(directory, { settings }));
    await expect(starting).rejects.toThrow(/did not start.*max_connections/s);
  });

  it("leaves a server alone whose owner lives", async () => {
    const first = await startOwner();
    await query(first.url, kept);
    await expect(startPostgres(directory)).rejects.toThrow(/Another running instance/);
    expect(await query(first.url, "select id from kept")).toEqual([{ id: 42 }]);
    await kill(first);
    await expectKept();
  });

  it("is not fooled by a pid that now belongs to another program", async () => {
    const first = await startPostgres(directory);
    await query(first.url, kept);
    const left = await readFile(pidFile(), "utf8");
    await first.stop();
    await lendPid(left);
    await expectKept();
  });

  it("creates one cluster when two start at once, and one of them wins", async () => {
    const results = await Promise.allSettled([startPostgres(directory), startPostgres(directory)]);
    const started = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(started).toHaveLength(1);
    expect(results.map((result) => String(Reflect.get(result, "reason"))).sort()).toEqual([
      expect.stringMatching(/^Error: Another running instance/),
      "undefined",
    ]);
    await Promise.all(started.map((postgres) => postgres.stop()));
  });
});
