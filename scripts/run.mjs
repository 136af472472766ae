// node scripts/run.mjs [options of Node] PROGRAM [arguments]: makes what every program of this house needs, then runs it.
// This runs before anything is installed, perhaps on Node 20: no packages, no TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
process.chdir(root);

install();
const pinned = join("node_modules", ".bin", "node");
const node = existsSync(pinned) ? pinned : process.execPath;
const separator = process.platform === "win32" ? ";" : ":";
const PATH = [join(root, "node_modules", ".bin"), process.env.PATH].join(separator);
// What Node makes of our TypeScript is kept for the next time: every program starts a third sooner.
const { NODE_COMPILE_CACHE = join(root, "node_modules", ".cache", "node") } = process.env;
const options = { stdio: "inherit", env: { ...process.env, PATH, NODE_COMPILE_CACHE } };

const { status } = spawnSync(node, ["scripts/generate.ts"], options);
if (status !== 0) process.exit(status ?? 1);
goOn(process.argv.slice(2));

/** Installs the packages when they are missing or older than package-lock.json. */
function install() {
  // npm writes this file last, so an interrupted installation counts as missing.
  const installed = join("node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs) return;

  const started = Date.now();
  process.stdout.write("Installing packages … ");
  // A registry may lack builds for other systems, and `npm ci` then refuses the lock file as incomplete;
  // `npm install` takes the locked versions all the same.
  if (!npm("ignore", "ci") && !npm("inherit", "install", "--no-save")) {
    console.error("The packages could not be installed; see the message of npm above.");
    process.exit(1);
  }
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function npm(output, ...command) {
  const options = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const shell = process.platform === "win32";
  return (
    spawnSync("npm", [...command, ...options], { stdio: ["ignore", "ignore", output], shell }).status === 0
  );
}

/** Runs the program under the Node version that package.json pins, and ends as it ends. */
function goOn(args) {
  const child = spawn(node, args, options);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm passes a signal to its shell, which may die of it without a word to us.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1000).unref();
  }
  child.on("error", (error) => {
    console.error(`Cannot run ${node}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
