import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { findBinaries } from "./binaries.ts";
import { createCluster, superuser } from "./create-cluster.ts";
import { settleFormerServer } from "./former-server.ts";
import { freePort } from "./free-port.ts";
import { maintenanceClient, takeOwnerLock } from "./owner-lock.ts";
import { chooseRunAs, type RunAs } from "./run-as.ts";

const database = "bianzhen";
const readyWithinMs = 60_000;

export interface RunningPostgres {
  url: string;
  pid: number;
  /** Resolves when the server has ended, wanted or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** What a caller may choose: the port, else a free one, and server settings, else PostgreSQL's own. */
export interface PostgresOptions {
  port?: number;
  settings?: Record<string, string>;
}

/** Runs a private PostgreSQL server, on loopback only, whose files all lie in the directory. */
export async function startPostgres(where: string, options: PostgresOptions = {}): Promise<RunningPostgres> {
  const directory = resolve(where);
  await mkdir(directory, { recursive: true });
  const { postgres, initdb } = await findBinaries();
  const runAs = await chooseRunAs(postgres, directory);
  const { data, password } = await createCluster(initdb, directory, runAs);
  await settleFormerServer(data, password);

  const port = options.port ?? (await freePort());
  const log = join(directory, "server.log");
  const server = await spawnServer(postgres, { data, port, log, runAs, settings: options.settings ?? {} });
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const owner = await connectAsOwner(server, port, password, log);

  return {
    url: `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`,
    pid: server.pid ?? 0,
    ended,
    async stop() {
      server.kill("SIGINT");
      await ended;
      await owner.end().catch(() => {});
    },
  };
}

interface Launch {
  data: string;
  port: number;
  log: string;
  runAs: RunAs;
  settings: Record<string, string>;
}

/** Starts the server apart from the terminal, so that Ctrl-C reaches it only through `stop`. */
async function spawnServer(postgres: string, { data, port, log, runAs, settings }: Launch) {
  const { prefix, ...user } = runAs;
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command = postgres, ...args] = [...prefix, postgres, "-D", data, "-p", String(port), ...flags];
  const output = await open(log, "a", 0o600);
  try {
    return spawn(command, args, {
      ...user,
      cwd: "/",
      detached: true,
      stdio: ["ignore", output.fd, output.fd],
    });
  } finally {
    await output.close();
  }
}

/** Waits until the server answers, then takes its owner lock and makes sure that our database exists. */
async function connectAsOwner(server: ChildProcess, port: number, password: string, log: string) {
  const deadline = Date.now() + readyWithinMs;
  while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    const owner = maintenanceClient(port, password);
    try {
      await owner.connect();
      if (!(await takeOwnerLock(owner))) throw new Error("Another instance owns this PostgreSQL server");
      await createDatabase(owner);
      return owner;
    } catch {
      await owner.end().catch(() => {});
      await Promise.race([pause(50), once(server, "close")]);
    }
  }
  server.kill("SIGINT");
  const lastLines = (await readFile(log, "utf8")).trim().split("\n").slice(-5).join("\n");
  throw new Error(`PostgreSQL did not start; the end of ${log}:\n${lastLines}`);
}

async function createDatabase(owner: pg.Client) {
  const { rowCount } = await owner.query("select from pg_database where datname = $1", [database]);
  if (rowCount === 0) await owner.query(`create database ${database}`);
}
