import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { config } from "#lib/platform/config";

/** Whether a file of the demo is in the data directory. */
export const demoFile = (name: string): boolean => existsSync(join(config.DATA_DIR, name));

/** Writes a file that only this user may read; nobody ever sees half of it. */
export function writeDemoFile(name: string, content: unknown): void {
  mkdirSync(config.DATA_DIR, { recursive: true });
  const path = join(config.DATA_DIR, name);
  const draft = `${path}-${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, path);
}
