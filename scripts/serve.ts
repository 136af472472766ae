import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { asApplication } from "#lib/platform/application-role";
import { config } from "#lib/platform/config";
import { rootSecret } from "#lib/platform/secrets";
import { takePlace } from "./backup/take-place.ts";
import { buildWeb } from "./build.ts";
import { runNode, stopTasks } from "./child.ts";
import { assertSecret, openDataDir, wordsFor } from "./data-dir.ts";
import { keepPostgres } from "./keep-postgres.ts";
import { keepProgram } from "./keep-program.ts";
import { migrateDatabase } from "./migrate/migrate-database.ts";
import { fillApart } from "./postgres/fill-apart.ts";
import { hasAccounts, hasApplicationRole, hasReference, isUntouched } from "./postgres/what-is-there.ts";
import { assertSameSecret } from "./same-secret.ts";
import { seconds, step } from "./step.ts";

const started = Date.now();
const development = process.argv.includes("--dev");
const servesWeb = config.ROLE !== "worker";
const webProgram = ["scripts/web.ts", ...(development ? ["--dev"] : [])];

/** What is running, in the order in which it stops. */
const running: (() => Promise<void>)[] = [];
let stopping: Promise<never> | undefined;

function stopAll(exitCode: number, reason?: string): Promise<never> {
  stopping ??= (async () => {
    if (reason) console.error(reason);
    stopTasks();
    for (const stopOne of running) await stopOne();
    process.exit(exitCode);
  })();
  return stopping;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void stopAll(0, "Stopping …"));
}

try {
  await start();
} catch (error) {
  await stopAll(1, wordsFor(error, config.DATA_DIR));
}

async function start() {
  await openDataDir(config.DATA_DIR);
  await takePlace(config.DATA_DIR);
  if (!config.SECRET) assertSecret(config.DATA_DIR);
  if (servesWeb) await assertPortIsFree();
  // Both take seconds at the first start, and neither needs the other.
  const building = servesWeb && !development ? buildWeb() : Promise.resolve("");
  const { promise: address, resolve: tell } = Promise.withResolvers<string>();
  // It loads its program while the pages are built and the database is brought up to date, and listens when it is told to.
  const getsReady = servesWeb ? address.then((url) => keep("web server", webProgram, url, "--wait")) : null;
  // In a database of our own the role that owns nothing can always be had, in another one perhaps.
  const url = config.DATABASE_URL ?? (await startDatabase((to) => tell(asApplication(to))));
  const [words, build] = await Promise.all([prepareDatabase(url), building]);
  await assertSameSecret(url, rootSecret(), config.SECRET ? "SECRET" : join(config.DATA_DIR, "secret"));
  const served = await forServing(url);
  tell(served);
  const invitation = words ? Promise.resolve(words) : invite(url);
  invitation.catch(() => {}); // Told below, where it is waited for.

  const main = (await getsReady) ?? keep("worker", ["scripts/worker.ts"], served);
  if (servesWeb) {
    main.child.send(`--build=${build}`);
    await step("Start the web server", () => answers(main.child));
  }
  main.settle(...(build ? [`--build=${build}`] : []));
  sayWhere(await invitation);
  process.send?.({ databaseUrl: url });
}

/** The address for those who serve and work. */
async function forServing(url: string): Promise<string> {
  if (await hasApplicationRole(url)) return asApplication(url);
  console.error(
    "The database lets nobody come as the role bianzhen_app: everything runs as the owner of all tables (README, “In earnest”).",
  );
  return url;
}

/** Fills the database with its tables and contents, and returns the words that the filling ended with. */
async function prepareDatabase(url: string): Promise<string> {
  const isNew = config.DEMO && !config.DATABASE_URL && (await isUntouched(url));
  return isNew ? fillApart(url, fillDatabase) : fillDatabase(url);
}

/** Creates or updates the tables, then loads what has to be there. */
async function fillDatabase(url: string): Promise<string> {
  await step("Bring the database up to date", () => migrateDatabase(url));
  if (config.DEMO)
    return step("Load reference data and demo content", () => seed(url, "--reference", "--demo"));
  if (await hasReference(url)) return "";
  return step("Load reference data", () => seed(url, "--reference", "--setup-link"));
}

/** The words about a new account of the first admin; none where somebody has one. */
async function invite(url: string): Promise<string> {
  return config.DEMO || (await hasAccounts(url)) ? "" : seed(url, "--setup-link");
}

function seed(url: string, ...content: string[]): Promise<string> {
  return runNode(["prisma/seed.ts", ...content], childEnv(url));
}

async function startDatabase(address: (url: string) => void) {
  const halt = new AbortController();
  const { signal } = halt;
  const starting = keepPostgres(join(config.DATA_DIR, "postgres"), { address, signal });
  // Listed before it has started, so that Ctrl-C in between stops it too.
  running.push(() => {
    halt.abort();
    return starting.then(
      (postgres) => postgres.stop(),
      () => {},
    );
  });
  return (await step("Start PostgreSQL", () => starting)).url;
}

/** The settings, resolved, for the processes of this instance. */
function childEnv(DATABASE_URL: string) {
  const { DATA_DIR, PORT, SITE_URL, DEMO, ROLE } = config;
  return {
    ...process.env,
    NODE_ENV: development ? ("development" as const) : ("production" as const),
    DATABASE_URL,
    DATA_DIR,
    PORT: String(PORT),
    SITE_URL,
    DEMO: DEMO ? "1" : "0",
    ROLE,
  };
}

/** Starts a program that runs until everything stops. */
function keep(name: string, args: readonly string[], url: string, ...firstArgs: string[]) {
  const fail = (reason: string) => void stopAll(1, reason);
  const program = keepProgram({ name, args, firstArgs, env: childEnv(url), fail });
  running.unshift(program.stop);
  return program;
}

async function answers(web: ChildProcess) {
  const host = !config.HOST || /^(0\.0\.0\.0|::)$/.test(config.HOST) ? "127.0.0.1" : config.HOST;
  while (web.exitCode === null && web.signalCode === null) {
    const answered = await fetch(`http://${host}:${config.PORT}/healthz`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(100);
  }
  throw new Error("The web server did not start; see its message above.");
}

async function assertPortIsFree() {
  const probe = createServer();
  probe.listen(config.PORT, config.HOST);
  try {
    await once(probe, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw new Error(
      code === "EADDRINUSE"
        ? `Port ${config.PORT} is in use: stop the other program, or choose another port with PORT.`
        : `Cannot listen on port ${config.PORT} (${code}): choose another with PORT, or another HOST.`,
    );
  }
  probe.close();
  await once(probe, "close");
}

function sayWhere(seedWords: string) {
  const lines = servesWeb
    ? [`Ready in ${seconds(started)}. Ctrl-C stops everything.`, "", `  Home           ${config.SITE_URL}`]
    : [`The worker is ready in ${seconds(started)}. Ctrl-C stops it.`];
  if (servesWeb) lines.push(`  Desk sign-in   ${config.SITE_URL}/desk`);
  if (servesWeb && config.DEMO) lines.push(`  Demo accounts  ${join(config.DATA_DIR, "demo-accounts.json")}`);
  console.log(["", ...lines, ...(seedWords ? ["", seedWords] : []), ""].join("\n"));
}
