import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export type Victim = "web" | "database" | "both";

/** Kills processes of the instance in a directory, without a word. */
export async function kill(victim: Victim, dataDir: string): Promise<void> {
  const pids = [
    ...(victim === "database" ? [] : await webPids(dataDir)),
    ...(victim === "web" ? [] : await databasePids(dataDir)),
  ];
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

async function databasePids(dataDir: string): Promise<number[]> {
  const file = join(dataDir, "postgres", "data", "postmaster.pid");
  const pid = Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0]);
  return pid > 0 ? [pid] : [];
}

/** The web servers that work on this directory, by what the system says of every process. */
async function webPids(dataDir: string): Promise<number[]> {
  const all = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    all.map(async (pid) => {
      const read = (what: string) => readFile(`/proc/${pid}/${what}`, "utf8").catch(() => "");
      const isWeb = (await read("cmdline")).includes("scripts/web.ts");
      return isWeb && (await read("environ")).split("\0").includes(`DATA_DIR=${dataDir}`) ? pid : null;
    }),
  );
  return found.filter((pid) => pid !== null);
}
