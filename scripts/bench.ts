import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { makeDatabases } from "./bench/databases.ts";
import { measureIntake, measureIntakeBesideWorker } from "./bench/intake.ts";
import { measureLists, measureSearch } from "./bench/lists.ts";
import { measureMatch } from "./bench/match.ts";
import { type Options, readOptions, usage } from "./bench/options.ts";
import { measurePage } from "./bench/pages.ts";
import { measureQueue } from "./bench/queue.ts";
import type { Result } from "./bench/result.ts";
import { buildBench, startSite } from "./bench/site.ts";
import type { Stage } from "./bench/stage.ts";
import { statementCounter } from "./bench/statements.ts";
import { lineOf, tableOf, verdictOf } from "./bench/table.ts";
import { measureUploads } from "./bench/uploads.ts";
import { stopTasks } from "./child.ts";
import { startPostgres } from "./postgres/start-postgres.ts";
import { step } from "./step.ts";

const moderator = { email: "bench@bench.invalid", password: randomBytes(24).toString("base64url") };
const results: Result[] = [];

/** What is running, in the order in which it stops. */
const running: (() => Promise<unknown>)[] = [];
let stopping: Promise<never> | undefined;

function stopAll(exitCode: number): Promise<never> {
  stopping ??= (async () => {
    stopTasks();
    for (const stopOne of running) await stopOne();
    process.exit(exitCode);
  })();
  return stopping;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopAll(130));

const options = parse();
try {
  await bench(options);
  await stopAll(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stopAll(1);
}

function parse(): Options {
  try {
    return readOptions();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(1);
  }
}

async function bench({ sizes, rounds, seconds, port, only, json, "no-build": noBuild }: Options) {
  if (!noBuild) await step("Build the application with its references", buildBench);

  const scratch = await mkdtemp(join(tmpdir(), "bench-bianzhen-"));
  await chmod(scratch, 0o711); // The user that PostgreSQL runs as passes through it.
  running.push(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }));
  const directory = join(scratch, "postgres");
  const postgres = await step("Start PostgreSQL", () => startPostgres(directory));
  running.unshift(postgres.stop);

  const databases = await makeDatabases(postgres.url, sizes, moderator);
  let nextPort = port;
  const start = async (databaseUrl: string, role: "web" | "all") => {
    const site = await startSite(databaseUrl, nextPort++, role, scratch);
    running.unshift(site.stop);
    return site;
  };
  const sites = new Map<number, Awaited<ReturnType<typeof start>>>();
  for (const [size, url] of databases) sites.set(size, await start(url, "web"));
  const stage: Stage = {
    sites,
    rounds,
    seconds,
    postgresPid: postgres.pid,
    countStatements: statementCounter(postgres.url, join(directory, "server.log")),
    report(result) {
      results.push(result);
      console.log(lineOf(result));
    },
  };

  for (const page of ["home", "feed", "notice"] as const)
    if (only.includes(page)) await measurePage(stage, page);
  if (only.includes("list")) await measureLists(stage);
  if (only.includes("search")) await measureSearch(stage);
  if (only.includes("match")) await measureMatch(stage);
  if (only.includes("queue")) await measureQueue(stage, moderator);
  if (only.includes("uploads")) await measureUploads(stage);
  // Last, for it adds to the rows.
  if (only.includes("intake")) {
    await measureIntake(stage);
    const [size = 0, url = ""] = [...databases].at(-1) ?? [];
    await measureIntakeBesideWorker(stage, await start(url, "all"), size);
  }
  await tell({ rounds, seconds, json });
}

async function tell({ rounds, seconds, json }: Pick<Options, "rounds" | "seconds" | "json">) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
  const method =
    `Medians of ${rounds} rounds [lowest–highest]: reference ${seconds} s, then what is measured ${seconds} s. ` +
    `${machine}, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}.`;
  console.log(`\n${method}\n\n${tableOf(results)}\n\n${verdictOf(results)}`);
  if (json) await writeFile(json, `${JSON.stringify({ machine, rounds, seconds, results }, null, 2)}\n`);
}
