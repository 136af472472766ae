import { existsSync } from "node:fs";
import { access, constants, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tryLock, withLock } from "./lock.ts";

/**
 * A home of builds. `draft` is where the next one grows (next.config.js), `build-…` is whole and never written again, named by what
 * it was made from, `current` has the name of the one that was taken last, and `rest-…` is on its way in or out.
 */
const names = {
  draft: "draft",
  whole: "build-",
  rest: "rest-",
  current: "current",
  lock: "lock",
  used: "in-use",
};
/** What the framework needs for the next build, and what types are read from; the rest of a draft is the build. */
const staysInDraft = ["cache", "dev", "diagnostics", "lock", "trace", "types"];

/** Held for as long as this process lives. */
const held: (() => void)[] = [];

export type Recipe = {
  /** Says what a build is made from: another one for other sources. */
  fingerprint: () => Promise<string>;
  /** Builds in the draft. */
  make: (draft: string) => Promise<unknown>;
  /** What is done to a build before it counts. */
  finish: (directory: string) => Promise<unknown>;
};

/**
 * The build of these sources, made when there is none: it is this process's until that ends. Of several that come at once one builds,
 * and the others wait. Builds that no process uses any more are removed; the one before is not kept, for it can be made again.
 */
export async function takeBuild(home: string, recipe: Recipe): Promise<string> {
  await mkdir(home, { recursive: true });
  const id = await recipe.fingerprint();
  const directory = join(home, names.whole + id.slice(0, 16));
  // Where the application belongs to somebody else, what they built is served, and nothing is tidied up.
  if (existsSync(directory) && !(await isWritable(home))) return holdBuild(directory);
  return withLock(
    join(home, names.lock),
    async () => {
      await dropRests(home);
      if (!existsSync(directory)) {
        await recipe.make(join(home, names.draft));
        if ((await recipe.fingerprint()) !== id)
          throw new Error("The sources changed while they were built: start again.");
        await place(home, directory, recipe.finish);
      }
      holdBuild(directory);
      await pointTo(home, directory);
      await dropUnused(home, directory);
      return directory;
    },
    sayWaiting,
  );
}

const sayWaiting = () => console.log("Waiting for another start that builds the web application.");

/** Keeps a build from being removed for as long as this process lives. @returns the build */
export function holdBuild(directory: string): string {
  const release = tryLock(join(directory, names.used), "with others");
  if (!release) throw new Error(`${directory} is being removed: start again.`);
  held.push(release);
  return directory;
}

/** The build that was taken last. @throws where there is none yet */
export async function currentBuild(home: string): Promise<string> {
  const name = await readFile(join(home, names.current), "utf8").catch(() => "");
  if (!name) throw new Error("Nothing has been built yet: npm run build.");
  return join(home, name);
}

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

/** Gives the draft the name by which it counts, in one step, when it is finished. */
async function place(home: string, directory: string, finish: Recipe["finish"]) {
  const [draft, rest] = [join(home, names.draft), join(home, names.rest + process.pid)];
  await mkdir(rest);
  for (const name of await readdir(draft)) {
    if (!staysInDraft.includes(name)) await rename(join(draft, name), join(rest, name));
  }
  await finish(rest);
  await writeFile(join(rest, names.used), "");
  await rename(rest, directory);
}

async function pointTo(home: string, directory: string) {
  const draft = join(home, `${names.rest}${names.current}`);
  await writeFile(draft, directory.slice(home.length + 1));
  await rename(draft, join(home, names.current));
}

/** What a killed build or removal left. */
async function dropRests(home: string) {
  for (const name of await readdir(home)) {
    if (name.startsWith(names.rest)) await rm(join(home, name), { recursive: true, force: true });
  }
}

async function dropUnused(home: string, current: string) {
  for (const name of await readdir(home)) {
    const directory = join(home, name);
    if (!name.startsWith(names.whole) || directory === current) continue;
    const used = join(directory, names.used);
    const release = (await isWritable(used)) ? tryLock(used) : null;
    if (!release) continue;
    const rest = join(home, names.rest + name);
    // Renamed first: killed in between, it is no build any more.
    await rename(directory, rest).finally(release);
    await rm(rest, { recursive: true, force: true });
  }
}
