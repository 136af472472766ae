import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { config } from "#lib/platform/config";
import { Refusal } from "./backup/refusal.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import { run } from "./backup/run.ts";
import { seconds } from "./step.ts";

/** Makes an installation again from a backup, in an empty DATA_DIR and, where DATABASE_URL is set, an empty database there. */
await run(async (signal) => {
  const [path, ...more] = process.argv.slice(2);
  if (!path || more.length > 0) throw new Refusal("Usage: npm run restore -- FILE");
  const { DATA_DIR, DATABASE_URL, SECRET, BACKUP_IDENTITY } = config;
  const started = Date.now();
  const archive = {
    path: resolve(path),
    identities: BACKUP_IDENTITY && (await readIdentity(BACKUP_IDENTITY)),
  };
  const target = { dataDir: DATA_DIR, databaseUrl: DATABASE_URL, secret: SECRET };
  const { madeAt } = await restoreBackup(archive, target, signal);
  return [
    `Restored as of ${madeAt}, in ${seconds(started)}. Start it with the settings that it had; what came after that moment is not in it.`,
  ];
});

function readIdentity(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`BACKUP_IDENTITY cannot be read (${error.code}).`);
  });
}
