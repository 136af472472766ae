import { existsSync } from "node:fs";
import { access, chmod, constants, mkdir, readdir, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { readOrCreateRoot } from "#lib/platform/secrets";
import { ignored } from "./backup/take-place.ts";

const { R_OK, W_OK, X_OK } = constants;
/** As root, PostgreSQL runs as another user, who passes through the directory and cannot look into it. */
const closedMode = () => (process.geteuid?.() === 0 ? 0o711 : 0o700);
const STICKY = 0o1000;

/** Makes the data directory, or closes the one that is there, and sees that it can be used. @throws in one line what to do */
export async function openDataDir(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: closedMode() });
    await access(directory, R_OK | W_OK | X_OK);
  } catch (error) {
    throw new Error(wordsFor(await trueCause(error, directory), directory), { cause: error });
  }
  if (process.platform !== "win32") await closeToOthers(directory);
}

/** Of making a directory below what can only be read, Node says that there is no such place. */
async function trueCause(error: unknown, directory: string): Promise<unknown> {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) return error;
  return access(nearest(directory), W_OK | X_OK).then(
    () => error,
    (cause) => cause,
  );
}

/** The directory, or as much of the way there as exists. */
const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

async function closeToOthers(directory: string) {
  const { mode, uid } = await stat(directory);
  const open = mode & 0o777 & ~closedMode();
  if (!open) return;
  if (mode & STICKY || !(await isOurs(directory)))
    throw new Error(
      `Others may look into ${directory}, and it holds what is none of ours: set a directory of its own as DATA_DIR.`,
    );
  const user = process.geteuid?.();
  if (user === 0 || user === uid) return chmod(directory, mode & (0o7000 | closedMode()));
  // A group that somebody else gave to it is their decision; what lies inside is closed in any case.
  if (open & 0o007)
    throw new Error(
      `${directory} belongs to somebody else, and others may look into it: close it (chmod o= ${directory}), or set another DATA_DIR.`,
    );
}

/** Whether nothing is in it but what we keep, or at least that as well. */
async function isOurs(directory: string): Promise<boolean> {
  const found = (await readdir(directory)).filter((name) => !ignored.includes(name));
  return found.length === 0 || ["secret", "postgres", "files"].some((name) => found.includes(name));
}

/** Makes the secret of a new installation. @throws when what it opens is there, and it is not */
export function assertSecret(directory: string): void {
  const closed = ["postgres/data", "files/original"].find((name) => existsSync(join(directory, name)));
  if (closed && !existsSync(join(directory, "secret")))
    throw new Error(
      `${join(directory, "secret")} is gone, and nothing else opens what is sealed in ${closed}: put it back from a backup, or set SECRET if it was set before.`,
    );
  readOrCreateRoot(directory);
}

/** What went wrong, in words that say what to do where the system only has a code. */
export function wordsFor(error: unknown, dataDir: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path = "" }: NodeJS.ErrnoException = error;
  const isOfData = path && (path.startsWith(dataDir) || dataDir.startsWith(path));
  const instead = isOfData ? ", or set another DATA_DIR" : "";
  const user = userInfo().username;
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return instead ? `${path} is no directory: move it away${instead}.` : error.message;
    case "EACCES":
    case "EPERM":
      return `${user} may not use ${path}: give it to them (chown -R ${user} ${path})${instead}.`;
    case "EROFS":
      return `${path} can only be read: mount it so that it can be written${instead}.`;
    case "ENOSPC":
      return `The disk of ${path} is full: make room, and start again.`;
    default:
      return error.message;
  }
}
