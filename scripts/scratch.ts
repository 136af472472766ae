import { chmod, mkdtemp, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const memory = "/dev/shm";
/** A whole run leaves about one gigabyte at a time: databases with their logs, uploads, profiles of browsers. */
const roomBytes = 4 * 1024 ** 3;

/**
 * Makes a directory for all that a run of tests writes: in memory where there is plenty of it, so that a
 * disk that others keep busy holds no test up, else among the temporary files.
 */
export async function makeScratch(): Promise<string> {
  const scratch = await mkdtemp(join((await hasRoomInMemory()) ? memory : tmpdir(), "bianzhen-run-"));
  await chmod(scratch, 0o711); // The user that PostgreSQL runs as passes through it.
  return scratch;
}

async function hasRoomInMemory() {
  const found = await statfs(memory).catch(() => null);
  if (!found) return false;
  return found.bavail * found.bsize > roomBytes && process.availableMemory() > 2 * roomBytes;
}
