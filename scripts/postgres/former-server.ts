import { existsSync } from "node:fs";
import { readFile, readlink, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { elapsed } from "#lib/platform/clock";
import { ownerLockIsFree } from "./owner-lock.ts";

const patienceMs = 30_000;
/** Above what any system gives to a process. */
const nobody = 2 ** 31 - 1;

/**
 * Clears the way for a new server: a server that outlived its killed owner is shut down properly,
 * one whose owner is alive is left alone, and a pid that now belongs to another program is forgotten.
 */
export async function settleFormerServer(data: string, password: string) {
  const pidFile = join(data, "postmaster.pid");
  const deadline = elapsed() + patienceMs;
  while (elapsed() < deadline) {
    // A server that is ending takes it away at any moment.
    const found = await readFile(pidFile, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (found === null) return;
    const [pidLine, ...rest] = found.split("\n");
    const [, , portLine] = rest;
    const pid = Number(pidLine);
    if (!isAlive(pid)) return; // PostgreSQL itself recovers from the file of a dead server.
    // The rest of the file stays: by it PostgreSQL sees whether processes of the former server still work.
    if (!(await worksIn(pid, data))) return await writeFile(pidFile, [nobody, ...rest].join("\n"));
    const free = await ownerLockIsFree(Number(portLine), password);
    if (free === false)
      throw new Error(`Another running instance is using ${data}: stop it, or set another DATA_DIR`);
    if (free) signal(pid, "SIGINT");
    await pause(100);
  }
  throw new Error(`A PostgreSQL server (see ${pidFile}) is using ${data} and does not stop`);
}

function isAlive(pid: number) {
  return Number.isInteger(pid) && pid > 0 && signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Every PostgreSQL process works in its data directory; systems without /proc get the benefit of the doubt. */
async function worksIn(pid: number, data: string) {
  if (!existsSync("/proc/self/cwd")) return true;
  const directory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return directory === (await realpath(data));
}
