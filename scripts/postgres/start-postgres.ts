import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type pg from "pg";
import { tryLock } from "../lock.ts";
import { findBinaries } from "./binaries.ts";
import { createCluster } from "./create-cluster.ts";
import { settleFormerServer } from "./former-server.ts";
import { freePort } from "./free-port.ts";
import { launchServer } from "./launch-server.ts";
import { database, keepPassword, newPassword, readPassword, superuser } from "./owner.ts";
import { chooseRunAs } from "./run-as.ts";

export interface RunningPostgres {
  url: string;
  pid: number;
  /** Resolves when the server has ended, wanted or not. */
  ended: Promise<void>;
  /** In order, or at once where nothing of it is to be kept. */
  stop(how?: "at once"): Promise<void>;
}

/**
 * What a caller may choose: the port, else a free one, the password, else the one that the cluster has, and server settings, else
 * PostgreSQL's own; `address` is told where it will be before it is there, and `signal` ends a start that goes on.
 */
export interface PostgresOptions {
  port?: number;
  password?: string;
  signal?: AbortSignal;
  settings?: Record<string, string>;
  address?: (url: string) => void;
}

/** So long a server may take to write down what it has in memory, in milliseconds. */
const STOPPING = 30_000;

/** Runs a private PostgreSQL server, on loopback only, whose files all lie in the directory. */
export async function startPostgres(where: string, options: PostgresOptions = {}): Promise<RunningPostgres> {
  const directory = resolve(where);
  // The user that PostgreSQL runs as passes through what leads there, and nobody else looks in.
  await mkdir(dirname(directory), { recursive: true, mode: 0o711 });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Ours until the server has ended: of two that start at once, one need not wait to hear of the other.
  const release = tryLock(join(directory, "lock"));
  if (!release)
    throw new Error(`Another running instance is using ${directory}: stop it, or set another DATA_DIR`);
  try {
    const running = await startAlone(directory, options);
    void running.ended.then(release);
    return running;
  } catch (error) {
    release();
    throw error;
  }
}

async function startAlone(directory: string, options: PostgresOptions): Promise<RunningPostgres> {
  const { postgres, initdb } = await findBinaries();
  const runAs = await chooseRunAs(postgres, directory);
  const data = await createCluster(initdb, directory, runAs);
  await close(directory);
  await close(data);
  const known = await readPassword(data);
  const { settings = {}, port = await freePort(), password = known ?? newPassword(), signal } = options;
  await settleFormerServer(data, password);
  if (password !== known) await keepPassword(data, password, runAs);

  const url = `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
  options.address?.(url);
  const log = join(directory, "server.log");
  const { child, ended, owner } = await launchServer({
    postgres,
    data,
    log,
    port,
    password,
    runAs,
    settings,
    signal,
  });
  await createDatabase(owner);

  return {
    url,
    pid: child.pid ?? 0,
    ended,
    async stop(how) {
      // One that recovers from a full disk may not hear anything milder (PostgreSQL 18); it recovers at the next start.
      child.kill(how === "at once" ? "SIGQUIT" : "SIGINT");
      const insist = setTimeout(() => child.kill("SIGQUIT"), STOPPING);
      await ended;
      clearTimeout(insist);
      await owner.end().catch(() => {});
    },
  };
}

/** PostgreSQL refuses a directory that others can read, and so it should be all the way. */
async function close(directory: string) {
  if ((await stat(directory)).mode & 0o077) await chmod(directory, 0o700);
}

async function createDatabase(owner: pg.Client) {
  const { rowCount } = await owner.query("select from pg_database where datname = $1", [database]);
  if (rowCount === 0) await owner.query(`create database ${database}`);
}
