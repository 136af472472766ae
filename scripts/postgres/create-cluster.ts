import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { syncDirectory } from "#lib/platform/sync-directory";
import { newPassword, PASSWORD, superuser } from "./owner.ts";
import type { RunAs } from "./run-as.ts";

const DRAFT = "new-";

/** Creates the cluster once, whole or not at all: of a killed attempt nothing is used, and the next start clears it away. */
export async function createCluster(initdb: string, directory: string, runAs: RunAs): Promise<string> {
  const data = join(directory, "data");
  // Whoever began a draft had the directory for itself, as we have now: nobody finishes it.
  for (const name of await readdir(directory)) {
    if (name.startsWith(DRAFT)) await dropDraft(join(directory, name));
  }
  if (!existsSync(data)) await create(initdb, directory, data, runAs);
  if (existsSync(join(data, "PG_VERSION"))) return data;
  throw new Error(
    `${data} is no whole PostgreSQL database: put it back, or restore a backup into another DATA_DIR.`,
  );
}

/** A program whose start was killed may still write there for a moment: the next start takes the rest. */
const dropDraft = (draft: string) =>
  rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});

async function create(initdb: string, directory: string, data: string, runAs: RunAs) {
  const draft = await mkdtemp(join(directory, DRAFT));
  try {
    const passwordFile = join(draft, PASSWORD);
    await writeFile(passwordFile, newPassword(), { mode: 0o600, flush: true });
    if (runAs.uid !== undefined && runAs.gid !== undefined) {
      await chown(draft, runAs.uid, runAs.gid);
      await chown(passwordFile, runAs.uid, runAs.gid);
    }
    await runInitdb(initdb, join(draft, "data"), passwordFile, runAs);
    await rename(passwordFile, join(draft, "data", PASSWORD));
    await syncDirectory(join(draft, "data"));
    await rename(join(draft, "data"), data);
    await syncDirectory(directory);
  } finally {
    await dropDraft(draft);
  }
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
  if (code !== 0) {
    const words = complaint.trim().replaceAll(/\s*\n\s*/g, " · ");
    throw new Error(`PostgreSQL could not create its database in ${data}: ${words}`);
  }
}
