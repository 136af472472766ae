import { spawnSync } from "node:child_process";
import { chown, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** How a PostgreSQL program is started: a command in front, and the user it runs as. */
export interface RunAs {
  prefix: readonly string[];
  uid?: number;
  gid?: number;
}

const succeeds = (command: string, args: readonly string[], options: { uid?: number; gid?: number } = {}) =>
  spawnSync(command, args, { ...options, stdio: "ignore" }).status === 0;

/**
 * PostgreSQL refuses to run as root. It becomes the user `postgres` where that user can reach the
 * programs and the data; below a closed directory such as /root, a user namespace keeps root's
 * access to files but nothing else of root.
 */
export async function chooseRunAs(postgres: string, directory: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = postgresUser();

  await giveTo(directory, uid, gid);
  const reachable =
    succeeds(postgres, ["--version"], { uid, gid }) && succeeds("test", ["-w", directory], { uid, gid });
  if (reachable) return { prefix: [], uid, gid };

  const [unshare, ...options] = ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`, "--"];
  if (!succeeds(unshare, [...options, postgres, "--version"])) {
    throw new Error(
      `As root, PostgreSQL runs as the user postgres, who cannot reach ${directory} or ${postgres}: ` +
        "move them out of the closed directory, start as another user, or set DATABASE_URL",
    );
  }
  await giveTo(directory, 0, 0);
  return { prefix: [unshare, ...options] };
}

function postgresUser() {
  if (!succeeds("id", ["-u", "postgres"])) {
    succeeds("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  }
  const id = (option: string) => Number(spawnSync("id", [option, "postgres"], { encoding: "utf8" }).stdout);
  const user = { uid: id("-u"), gid: id("-g") };
  if (user.uid > 0) return user;
  throw new Error("As root, PostgreSQL needs a system user named postgres, and useradd could not create it");
}

/** Hands the whole directory over, only when its owner changes, or that of the cluster in it. */
async function giveTo(directory: string, uid: number, gid: number) {
  const owners = [directory, join(directory, "data")].map((path) => stat(path).catch(() => null));
  if ((await Promise.all(owners)).every((found) => !found || found.uid === uid)) return;
  for (const entry of await readdir(directory, { recursive: true })) {
    await chown(join(directory, entry), uid, gid);
  }
  await chown(directory, uid, gid);
}
