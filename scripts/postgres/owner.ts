import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chown, open, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunAs } from "./run-as.ts";

/** Who owns a cluster, and the database in it. */
export const superuser = "bianzhen";
export const database = "bianzhen";

/** Where a cluster keeps the owner's password. */
export const PASSWORD = "password";

/** Of characters that mean nothing in an address or in SQL. */
export const newPassword = (): string => randomBytes(24).toString("base64url");

/** The password of a cluster; null where it was lost or is none that we made. */
export async function readPassword(data: string): Promise<string | null> {
  const found = await readFile(join(data, PASSWORD), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return /^[\w-]{32}$/.test(found) ? found : null;
}

/** Writes the password down, whole or not at all. */
export async function keepPassword(data: string, password: string, { uid, gid }: RunAs): Promise<void> {
  const file = join(data, PASSWORD);
  await writeFile(`${file}.new`, password, { mode: 0o600, flush: true });
  if (uid !== undefined && gid !== undefined) await chown(`${file}.new`, uid, gid);
  await rename(`${file}.new`, file);
}

/** Whoever owns the files of a cluster may set its password: PostgreSQL does it by itself, while it serves nobody. */
export async function teachPassword(
  program: { postgres: string; data: string; log: string; runAs: RunAs },
  password: string,
): Promise<void> {
  const { prefix, ...user } = program.runAs;
  const [command = "", ...args] = [...prefix, program.postgres, "--single", "-D", program.data, "postgres"];
  const output = await open(program.log, "a", 0o600);
  const child = spawn(command, args, { ...user, cwd: "/", stdio: ["pipe", output.fd, output.fd] });
  // What it says is in the log, and whether it was taught is seen by the server that starts next.
  const ended = Promise.race([once(child, "close"), once(child, "error")]);
  child.stdin?.on("error", () => {}).end(`ALTER ROLE ${superuser} PASSWORD '${password}'\n`);
  await ended.catch(() => {});
  await output.close();
}
