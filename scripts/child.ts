import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";

type Env = NodeJS.ProcessEnv;

const leash = new URL(`./leash.mjs?owner=${process.pid}`, import.meta.url).href;

/** Runs a program with our own terminal, and returns its exit code. */
export async function runVisibly(command: string, args: readonly string[], env: Env = process.env) {
  const [code] = await once(spawn(command, args, { env, stdio: "inherit" }), "close");
  return Number(code ?? 1);
}

const tasks = new Set<ChildProcess>();

/** Runs a program of Node to its end, which is ours at the latest, and returns what it printed; throws all its words when it fails. */
export async function runNode(args: readonly string[], env: Env = process.env) {
  const child = spawn(process.execPath, ["--import", leash, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  tasks.add(child);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout ?? Readable.from([])),
    text(child.stderr ?? Readable.from([])),
    once(child, "close"),
  ]);
  tasks.delete(child);
  if (code !== 0) throw new Error(`${args.join(" ")} failed:\n${out}${err}`.trim());
  return out.trimEnd();
}

/** Ends the programs that `runNode` still waits for. */
export function stopTasks() {
  for (const child of tasks) child.kill();
}

/** Starts a program of Node that serves until `stop`, out of reach of Ctrl-C and never longer than this process. */
export function startNode(
  args: readonly string[],
  env: Env = process.env,
  words: "inherit" | "ignore" = "inherit",
): ChildProcess {
  return spawn(process.execPath, ["--import", leash, ...args], {
    env,
    detached: true,
    stdio: ["ignore", words, "inherit", "ipc"],
  });
}

/** Asks a child to end, and insists after a while. */
export async function stop(child: ChildProcess, patienceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const insist = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  child.kill("SIGTERM");
  await once(child, "exit");
  clearTimeout(insist);
}
