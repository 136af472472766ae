import { open } from "node:fs/promises";

/** A new name survives a power cut only when its directory is on disk too; Windows has no such call. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
