import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { config } from "#lib/platform/config";
import { makeDatabases } from "./bench/databases.ts";
import { measureLists, measureSearch } from "./bench/lists.ts";
import { measureMatch } from "./bench/match.ts";
import { type Options, readOptions, usage } from "./bench/options.ts";
import { measurePage } from "./bench/pages.ts";
import { measurePublication } from "./bench/publication.ts";
import { measurePush } from "./bench/push.ts";
import { measureQueue } from "./bench/queue.ts";
import { buildBareNext, startBareNext, startReference } from "./bench/references.ts";
import { measureReports, measureReportsBesideWorker } from "./bench/reports.ts";
import type { Result } from "./bench/result.ts";
import { type Site, startSite } from "./bench/site.ts";
import type { Stage } from "./bench/stage.ts";
import { measureStart } from "./bench/start.ts";
import { statementCounter } from "./bench/statements.ts";
import { lineOf, tableOf, verdictOf } from "./bench/table.ts";
import { measureTransfer } from "./bench/transfer.ts";
import { measureUploads } from "./bench/uploads.ts";
import { buildWeb } from "./build.ts";
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

async function bench(options: Options) {
  const { sizes, rounds, seconds, only, large, "no-build": noBuild } = options;
  const has = (...areas: Options["only"]) => areas.some((area) => only.includes(area));
  if (!noBuild) await buildWeb();
  if (!noBuild && has("queue", "start"))
    await step("Build an empty application of the framework", buildBareNext);

  const scratch = await mkdtemp(join(tmpdir(), "bench-bianzhen-"));
  await chmod(scratch, 0o711); // The user that PostgreSQL runs as passes through it.
  running.push(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }));
  const directory = join(large ? join(config.DATA_DIR, "bench") : scratch, "postgres");
  const postgres = await step("Start PostgreSQL", () => startPostgres(directory));
  running.unshift(postgres.stop);

  const wantsSpare = has("reports", "publication", "push");
  const { made, spare } = await makeDatabases(postgres.url, { sizes, wantsSpare, moderator });
  const site = async (databaseUrl: string, role: "web" | "all") =>
    keep(await startSite(databaseUrl, role, scratch));
  const sites = new Map<number, Site>();
  for (const [size, url] of made) sites.set(size, await site(url, "web"));
  const stage: Stage = {
    sites,
    reference: keep(await startReference(postgres.url)),
    rounds,
    seconds,
    postgresPid: postgres.pid,
    countStatements: statementCounter(postgres.url, join(directory, "server.log")),
    report(result) {
      results.push(result);
      console.log(lineOf(result));
    },
  };

  for (const page of ["home", "feed", "notice"] as const) if (has(page)) await measurePage(stage, page);
  if (has("list")) await measureLists(stage);
  if (has("search")) await measureSearch(stage);
  if (has("match")) await measureMatch(stage);
  if (has("queue")) await measureQueue(stage, keep(await startBareNext()), moderator);
  if (has("uploads")) await measureUploads(stage);
  if (has("transfer")) await measureTransfer(stage);
  if (has("start")) await measureStart(stage, scratch);
  // Last, for they add to the rows.
  if (has("reports")) await measureReports(stage);
  if (spare && has("push")) await measurePush(stage, spare);
  if (spare && has("reports", "publication")) {
    const working = await site(spare, "all");
    if (has("reports")) await measureReportsBesideWorker(stage, working);
    if (has("publication")) await measurePublication(stage, [working, await site(spare, "all")]);
  }
  await tell(options);
}

/** What was started is stopped at the end, the last first. */
function keep<Started extends { stop(): Promise<void> }>(started: Started): Started {
  running.unshift(started.stop);
  return started;
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
