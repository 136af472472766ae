import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type pg from "pg";
import { findBinaries } from "./binaries.ts";
import { createCluster, database, superuser } from "./create-cluster.ts";
import { settleFormerServer } from "./former-server.ts";
import { freePort } from "./free-port.ts";
import { launchServer } from "./launch-server.ts";
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
 * What a caller may choose: the port, else a free one, and server settings, else PostgreSQL's own; `address` is told where it
 * will be before it is there.
 */
export interface PostgresOptions {
  port?: number;
  settings?: Record<string, string>;
  address?: (url: string) => void;
}

/** So long a server may take to write down what it has in memory, in milliseconds. */
const STOPPING = 30_000;

/** Runs a private PostgreSQL server, on loopback only, whose files all lie in the directory. */
export async function startPostgres(where: string, options: PostgresOptions = {}): Promise<RunningPostgres> {
  const directory = resolve(where);
  await mkdir(directory, { recursive: true });
  const { postgres, initdb } = await findBinaries();
  const runAs = await chooseRunAs(postgres, directory);
  const { data, password } = await createCluster(initdb, directory, runAs);
  await settleFormerServer(data, password);

  const { settings = {}, port = await freePort() } = options;
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

async function createDatabase(owner: pg.Client) {
  const { rowCount } = await owner.query("select from pg_database where datname = $1", [database]);
  if (rowCount === 0) await owner.query(`create database ${database}`);
}
