import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { syncDirectory } from "#lib/platform/sync-directory";
import { Refusal } from "./refusal.ts";

/** Where a restored installation grows inside the data directory, and how that is called once it is whole. */
const [growing, whole] = ["restoring", "restored"];
/** What an empty data directory may hold: backups that were made from it, and what a file system keeps for itself. */
export const ignored = ["backups", "lost+found"];

/** Opens the place where an installation grows. @throws Refusal unless the data directory holds nothing */
export async function openDraft(dataDir: string): Promise<string> {
  // The user that PostgreSQL runs as passes through both.
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  assertNoneGrows(dataDir);
  const found = await readdir(dataDir);
  const [other] = found.filter((name) => !ignored.includes(name));
  if (other)
    throw new Refusal(
      `${dataDir} is not empty (it holds ${other}): a backup is restored into an empty directory only.`,
    );
  const draft = join(dataDir, growing);
  await mkdir(draft, { mode: 0o711 });
  return draft;
}

/** From now on the draft counts, whatever happens to this process. */
export async function declareWhole(dataDir: string): Promise<void> {
  await syncDirectory(join(dataDir, growing));
  await rename(join(dataDir, growing), join(dataDir, whole));
  await syncDirectory(dataDir);
}

/** Of a draft whose database refused it at the last moment nothing stays. */
export const forgetWhole = (dataDir: string): Promise<void> =>
  rm(join(dataDir, whole), { recursive: true, force: true });

function assertNoneGrows(dataDir: string) {
  const draft = join(dataDir, growing);
  if (existsSync(draft))
    throw new Refusal(
      `${draft} is there: a restore is running, or one was cut off; then remove it and try again.`,
    );
}

/** Moves what was restored to where it is looked for; a start does the rest of what a killed restore began, and refuses what is half. */
export async function takePlace(dataDir: string): Promise<void> {
  assertNoneGrows(dataDir);
  const from = join(dataDir, whole);
  if (!existsSync(from)) return;
  for (const name of await readdir(from)) await rename(join(from, name), join(dataDir, name));
  await rmdir(from);
  await syncDirectory(dataDir);
}
