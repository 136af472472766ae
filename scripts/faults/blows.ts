import { setTimeout as pause } from "node:timers/promises";
import { fillDisk } from "./disk.ts";
import { kill } from "./victims.ts";

/** So long a disk stays full, in milliseconds. */
const FULL = 3_000;

export const blows = ["web", "database", "both", "other web", "disk"] as const;
export type Blow = (typeof blows)[number];

/** What is struck: an instance, a web server beside it, and the disk that both stand on, unless it is everybody's. */
export type Struck = { dataDir: string; otherDir: string; disk: string | null; url: string };

/** Strikes, and returns when nothing keeps the product from coming back by itself. @throws where pages do not go on without room */
export async function strike(blow: Blow, { dataDir, otherDir, disk, url }: Struck): Promise<void> {
  if (blow === "other web") return kill("web", otherDir);
  if (blow !== "disk") return kill(blow, dataDir);
  if (disk === null) return;
  const makeRoom = await fillDisk(disk);
  try {
    await pause(FULL);
    const { status } = await fetch(url);
    if (status !== 200) throw new Error(`With a full disk the home page answered ${status}.`);
  } finally {
    await makeRoom();
  }
}
