import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { RunAs } from "./run-as.ts";

export const superuser = "bianzhen";
export const database = "bianzhen";

/** Creates the cluster once, whole or not at all: a killed attempt leaves nothing that a later one would use. */
export async function createCluster(initdb: string, directory: string, runAs: RunAs) {
  const data = join(directory, "data");
  if (existsSync(data)) return { data, password: await readFile(join(data, "password"), "utf8") };

  const draft = await mkdtemp(join(directory, "new-"));
  try {
    const password = randomBytes(24).toString("base64url");
    const passwordFile = join(draft, "password");
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (runAs.uid !== undefined && runAs.gid !== undefined) {
      await chown(draft, runAs.uid, runAs.gid);
      await chown(passwordFile, runAs.uid, runAs.gid);
    }
    await runInitdb(initdb, join(draft, "data"), passwordFile, runAs);
    await rename(passwordFile, join(draft, "data", "password"));
    await rename(join(draft, "data"), data).catch((error) => {
      // A start at the same moment was first; its cluster is as good.
      if (!existsSync(data)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return { data, password: await readFile(join(data, "password"), "utf8") };
}

async function runInitdb(initdb: string, data: string, passwordFile: string, { prefix, ...user }: RunAs) {
  const [command = initdb, ...args] = [
    ...prefix,
    initdb,
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--locale-provider=builtin",
    "--no-instructions",
  ];
  const child = spawn(command, args, { ...user, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  const [complaint, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve)),
  ]);
  if (code !== 0) throw new Error(`PostgreSQL could not create its database in ${data}: ${complaint.trim()}`);
}
