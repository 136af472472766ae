import { execFile, spawnSync } from "node:child_process";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const [SIZE, PIECE] = ["2g", 1 << 20];

/** A disk of its own for a directory, which can be filled without harm to anybody else; false where none may be had. */
export const mountDisk = (directory: string): Promise<boolean> =>
  run("mount", ["-t", "tmpfs", "-o", `size=${SIZE},mode=711`, "tmpfs", directory]).then(
    () => true,
    () => false,
  );

export function unmountDisk(directory: string): void {
  spawnSync("umount", ["-l", directory]);
}

/** Fills the disk of a directory to its last byte; gives what makes room again. */
export async function fillDisk(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, "ballast");
  const ballast = await open(path, "w");
  for (let piece = Buffer.alloc(PIECE); piece.length > 0; ) {
    try {
      await ballast.appendFile(piece);
    } catch {
      piece = piece.subarray(0, piece.length >> 1);
    }
  }
  await ballast.close();
  return () => rm(path);
}
