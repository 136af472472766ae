import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { config } from "#lib/platform/config";

/** Where files lie while they arrive; what a crash leaves here is swept. */
export const arrivals = (): string => join(config.DATA_DIR, "files", "arriving");

/** Where files grow that arrive in pieces; the sweep removes what nobody finished. */
export const pendingUploads = (): string => join(config.DATA_DIR, "files", "pending");

/** Makes a directory that nobody else on this machine may enter, whatever made it before and the umask is. */
export async function ownDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}
