import { statfs } from "node:fs/promises";
import { config } from "./config.ts";
import { AppError } from "./errors.ts";

const MEGABYTE = 1024 * 1024;

/**
 * Refuses what can wait, of so many bytes, where the disk would have less left than the setting DISK_RESERVE_MB: the database, which lies on the
 * same one, stops where it ends. @throws AppError FULL
 */
export async function assertRoom(bytes = 0): Promise<void> {
  const disk = await statfs(config.DATA_DIR).catch(() => null);
  if (disk && disk.bavail * disk.bsize - bytes < config.DISK_RESERVE_MB * MEGABYTE) {
    throw new AppError("FULL", [], { "Retry-After": "60" });
  }
}
