import { existsSync } from "node:fs";
import { readdir, readFile, readlink, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { elapsed } from "#lib/platform/clock";
import { ownerLockIsFree } from "./owner-lock.ts";

const patienceMs = 30_000;
/** A server writes its pid at once into the file that it makes. */
const writesMs = 500;
/** Above what any system gives to a process. */
const nobody = 2 ** 31 - 1;

/**
 * Clears the way for a new server: a server that outlived its killed owner is shut down properly, one whose owner is alive is
 * left alone, a pid that now belongs to another program is forgotten, and so is a file that names none.
 */
export async function settleFormerServer(data: string, password: string) {
  const pidFile = join(data, "postmaster.pid");
  const started = elapsed();
  while (elapsed() < started + patienceMs) {
    // A server that is ending takes it away at any moment.
    const found = await readFile(pidFile, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (found === null) return;
    const [pidLine, ...rest] = found.split("\n");
    const [, , portLine] = rest;
    const pid = Number(pidLine);
    if (!Number.isInteger(pid) || pid <= 0) {
      if (elapsed() > started + writesMs) return await dropNameless(pidFile, data);
      await pause(100);
      continue;
    }
    if (!signal(pid, 0)) return; // PostgreSQL itself recovers from the file of a dead server.
    // The rest of the file stays: by it PostgreSQL sees whether processes of the former server still work.
    if (!(await worksIn(pid, data))) return await writeFile(pidFile, [nobody, ...rest].join("\n"));
    const free = await ownerLockIsFree(Number(portLine), password);
    if (free === false)
      throw new Error(`Another running instance is using ${data}: stop it, or set another DATA_DIR`);
    if (free === "refused")
      throw new Error(
        `A PostgreSQL server with another password is using ${data}: end it (kill -INT ${pid}), and start again`,
      );
    if (free) signal(pid, "SIGINT");
    await pause(100);
  }
  throw new Error(`A PostgreSQL server (see ${pidFile}) is using ${data} and does not stop`);
}

/** What a power cut leaves of the file. Without a pid PostgreSQL cannot see whether its processes still work, so we look. */
async function dropNameless(pidFile: string, data: string) {
  if (!existsSync("/proc/self/cwd"))
    throw new Error(`${pidFile} names no process: remove it if no PostgreSQL server is using ${data}`);
  for (const name of await readdir("/proc")) {
    if (/^\d+$/.test(name) && (await worksIn(Number(name), data)))
      throw new Error(
        `Process ${name} works in ${data}, perhaps as a PostgreSQL server: end it (kill -INT ${name}), and start again`,
      );
  }
  await rm(pidFile, { force: true });
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
