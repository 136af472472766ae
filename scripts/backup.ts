import { mkdir } from "node:fs/promises";
import { config } from "#lib/platform/config";
import { makeBackup } from "./backup/make-backup.ts";
import { run } from "./backup/run.ts";
import { withEmbedded } from "./backup/running-database.ts";
import { seconds } from "./step.ts";

/**
 * Writes everything that this installation holds into one archive in BACKUP_DIR, while it is used: `npm run backup`.
 */
await run(async (signal) => {
  const { DATA_DIR, DATABASE_URL, SECRET, BACKUP_DIR, BACKUP_RECIPIENT } = config;
  const started = Date.now();
  await mkdir(BACKUP_DIR, { recursive: true, mode: 0o700 });
  const backUp = (databaseUrl: string) =>
    makeBackup(
      { databaseUrl, dataDir: DATA_DIR, secret: SECRET },
      { directory: BACKUP_DIR, recipient: BACKUP_RECIPIENT, signal },
    );
  const { path, bytes, tables, files, secret } = await (DATABASE_URL
    ? backUp(DATABASE_URL)
    : withEmbedded(DATA_DIR, backUp));
  const isBare = !BACKUP_RECIPIENT;
  return [
    `${path}: ${tables} tables and ${files} files, ${megabytes(bytes)}, in ${seconds(started)}.`,
    ...(isBare
      ? ["It is not encrypted: whoever has it can read everything in it, until BACKUP_RECIPIENT is set."]
      : []),
    ...(isBare && secret.place === "archive"
      ? ["It holds the secret too, which opens all that is sealed."]
      : []),
    ...(secret.place === "environment"
      ? ["It does not hold SECRET, without which it cannot be restored: keep that apart, and safe."]
      : []),
  ];
});

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
