import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { config } from "#lib/platform/config";
import { makeBackup } from "./backup/make-backup.ts";
import { makeKey } from "./backup/make-key.ts";
import { Refusal } from "./backup/refusal.ts";
import { run } from "./backup/run.ts";
import { withEmbedded } from "./backup/running-database.ts";
import { seconds } from "./step.ts";

/**
 * Writes everything that this installation holds into one archive in BACKUP_DIR, while it is used: `npm run backup`.
 * `npm run backup -- --new-key FILE` makes a key to encrypt them for.
 */
const [option, file, ...more] = process.argv.slice(2);
await run((signal) => {
  if (!option) return backUp(signal);
  if (option === "--new-key" && file && more.length === 0) return newKey(resolve(file));
  throw new Refusal("Usage: npm run backup, or npm run backup -- --new-key FILE");
});

async function backUp(signal: AbortSignal): Promise<string[]> {
  const { DATA_DIR, DATABASE_URL, SECRET, BACKUP_DIR, BACKUP_RECIPIENT } = config;
  const started = Date.now();
  await mkdir(BACKUP_DIR, { recursive: true, mode: 0o700 });
  const make = (databaseUrl: string) =>
    makeBackup(
      { databaseUrl, dataDir: DATA_DIR, secret: SECRET },
      { directory: BACKUP_DIR, recipient: BACKUP_RECIPIENT, signal },
    );
  const made = await (DATABASE_URL ? make(DATABASE_URL) : withEmbedded(DATA_DIR, make));
  const { path, bytes, tables, files, secret } = made;
  const held = secret.place === "archive";
  const words = [
    `${path}: ${tables} tables and ${files} files, ${megabytes(bytes)}, in ${seconds(started)}.`,
  ];
  if (!BACKUP_RECIPIENT)
    words.push(
      `It is not encrypted: whoever has it can read everything${held ? ", for the secret is in it" : ""}. Set BACKUP_RECIPIENT.`,
    );
  if (!held)
    words.push("SECRET is not in it, and without SECRET it cannot be restored: keep that apart, and safe.");
  return words;
}

async function newKey(path: string): Promise<string[]> {
  const recipient = await makeKey(path);
  return [
    `BACKUP_RECIPIENT=${recipient}`,
    `${path} opens what is encrypted for it, as BACKUP_IDENTITY: keep it, and not on this machine alone.`,
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
