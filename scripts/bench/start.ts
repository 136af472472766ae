import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { startNode, stop } from "../child.ts";
import { findBinaries } from "../postgres/binaries.ts";
import { freePort } from "../postgres/free-port.ts";
import { chooseRunAs } from "../postgres/run-as.ts";
import { benchEnv } from "./bench-env.ts";
import { answers, startBareNext } from "./references.ts";
import { figureOf } from "./result.ts";
import type { Stage } from "./stage.ts";

const run = promisify(execFile);

/**
 * The time until the first page is there, on a built tree with a database of its own that is there already, and how much more
 * that is than the framework with nothing in it and PostgreSQL by itself, one after the other.
 */
export async function measureStart(stage: Stage, directory: string): Promise<void> {
  const dataDir = join(directory, "start");
  await startProduct(dataDir); // Creates the database.
  const [products, references]: number[][] = [[], []];
  for (let round = 0; round < stage.rounds; round++) {
    references?.push((await startEmpty()) + (await startPostgresAlone(join(dataDir, "postgres"))));
    products?.push(await startProduct(dataDir));
  }
  const more = products?.map((product, round) => product - (references?.[round] ?? 0)) ?? [];
  stage.report(figureOf({ what: "start: empty Next + pg_ctl", unit: "s" }, references ?? []));
  stage.report(figureOf({ what: "start: the product", unit: "s" }, products ?? []));
  stage.report(figureOf({ what: "start: more than these", unit: "s", promised: { atMost: 2 } }, more));
}

const secondsSince = (moment: number) => (performance.now() - moment) / 1000;

/** What `npm start` runs, until it answers its first page. */
async function startProduct(dataDir: string): Promise<number> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { DATA_DIR: dataDir, HOST: "127.0.0.1", PORT: String(port), SITE_URL: url, DEMO: "0" };
  const started = performance.now();
  const env = { ...benchEnv, ...settings, LOG_LEVEL: "warn" };
  const server = startNode(["scripts/run.mjs", "scripts/serve.ts"], env, "ignore");
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error("The product did not start; see its message above.");
    await pause(10);
  }
  const took = secondsSince(started);
  await stop(server, 30_000);
  return took;
}

async function startEmpty(): Promise<number> {
  const started = performance.now();
  const server = await startBareNext();
  const took = secondsSince(started);
  await server.stop();
  return took;
}

async function startPostgresAlone(directory: string): Promise<number> {
  const { postgres } = await findBinaries();
  const { prefix, ...user } = await chooseRunAs(postgres, directory);
  const options = `-p ${await freePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  const control = (...args: string[]) => {
    const program = [...prefix, join(dirname(postgres), "pg_ctl"), "-w", "-s", "-D", join(directory, "data")];
    const [command = "", ...all] = [...program, ...args];
    return run(command, all, { ...user, cwd: "/" });
  };
  const started = performance.now();
  await control("start", "-l", join(directory, "alone.log"), "-o", options);
  const took = secondsSince(started);
  await control("stop", "-m", "fast");
  return took;
}
