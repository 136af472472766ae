import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

/** "alone" is for one at a time, "with others" for as many as want it while nobody has it alone. */
type Kind = "alone" | "with others";

/**
 * Takes a lock of which the system knows by itself that its holder has ended, however that came about: the one that SQLite puts
 * on a file, which stays empty. @returns how it is given back; null when somebody has it
 */
export function tryLock(file: string, kind: Kind = "alone"): (() => void) | null {
  // Of a file that it can only read, SQLite would let several have it alone.
  if (kind === "alone") accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  let lock: DatabaseSync | undefined;
  try {
    // To have it with others it is enough to read the file, which then has to be there.
    lock = new DatabaseSync(file, { timeout: 0, readOnly: kind === "with others" });
    lock.exec(kind === "alone" ? "BEGIN EXCLUSIVE" : "BEGIN; SELECT * FROM sqlite_schema");
    const held = lock;
    return () => held.close();
  } catch (error) {
    lock?.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

/** Works while nobody else does who asks for the same lock, and waits for them; `waits` is told so. */
export async function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  waits: () => void = () => {},
): Promise<Result> {
  let release = tryLock(file);
  if (!release) waits();
  for (; !release; release = tryLock(file)) await pause(100);
  try {
    return await work();
  } finally {
    release();
  }
}

/** SQLITE_BUSY. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === 5;
