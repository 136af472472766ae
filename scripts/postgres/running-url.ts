import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { database, superuser } from "./owner.ts";

/** Where the server of a directory can be reached that another process has started; null when none has. */
export async function runningUrl(directory: string): Promise<string | null> {
  const read = (file: string) => readFile(join(directory, "data", file), "utf8").catch(() => null);
  const [password, pidFile] = [await read("password"), await read("postmaster.pid")];
  const port = pidFile?.split("\n")[3];
  return password && port ? `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}` : null;
}
