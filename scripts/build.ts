import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { deriveKey } from "#lib/platform/secrets";
import { takeBuild } from "./builds.ts";
import { runNode } from "./child.ts";
import { withLock } from "./lock.ts";
import { step } from "./step.ts";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const root = join(import.meta.dirname, "..");

interface Product {
  title: string;
  /** A file that is there when it is made. */
  result: string;
  sources: string[];
  make(): Promise<unknown>;
}

/** Writes the Prisma client when the models changed. */
export const generateClient = () =>
  makeWhenChanged({
    title: "Generate the database client",
    result: "lib/platform/db/generated/client.ts",
    sources: ["prisma/models/**", "prisma.config.ts", "package-lock.json"],
    make: () => runNode(["node_modules/prisma/build/index.js", "generate"]),
  });

/** Next reads .env files by itself. */
const webSources = ["{app,components,lib,public}/**", "prisma/models/**", "*.{ts,js,mjs,json}", ".env*"];

/**
 * Builds the web application when a source file changed, beside the builds that others serve. No page that shows a setting is
 * rendered ahead. Forms that were opened before another build was deployed can be sent after it: both builds have the key of the
 * installation. @returns where the build lies
 */
export const buildWeb = (): Promise<string> =>
  takeBuild(".next", {
    fingerprint: () => fingerprint(webSources),
    make: () =>
      step("Build the web application", () =>
        runNode(["node_modules/next/dist/bin/next", "build"], {
          NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: deriveKey("server actions").toString("base64"),
          ...process.env,
          NODE_ENV: "production",
          SERVED_BUILD: undefined,
        }),
      ),
    finish: packAssets,
  });

/** Lays out the files that browsers load as the listener serves them, each with what it becomes in brotli and gzip. */
async function packAssets(build: string) {
  const assets = join(build, "assets");
  await cp(join(root, "public"), assets, { recursive: true });
  await cp(join(build, "static"), join(assets, "_next/static"), { recursive: true });
  const files = globSync("**/*.{js,css,svg,json,txt,html,map,webmanifest}", { cwd: assets });
  await Promise.all(files.map((file) => compress(join(assets, file))));
}

async function compress(file: string) {
  const bytes = await readFile(file);
  await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).then((packed) =>
      writeFile(`${file}.br`, packed),
    ),
    gzipped(bytes, { level: constants.Z_BEST_COMPRESSION }).then((packed) => writeFile(`${file}.gz`, packed)),
  ]);
}

async function makeWhenChanged({ title, result, sources, make }: Product) {
  const stampFile = join(root, dirname(result), ".made-from");
  const stamp = await fingerprint(sources);
  const isMade = () =>
    existsSync(join(root, result)) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
  if (isMade()) return;
  await withLock(join(root, "node_modules/.made.lock"), async () => {
    if (isMade()) return;
    await rm(stampFile, { force: true });
    await step(title, make);
    await writeFile(stampFile, stamp);
  });
}

const isSource = (name: string) => !/\.test\.tsx?$|\.tsbuildinfo$|next-env\.d\.ts$|\/generated\//.test(name);

/** One hash of the names and contents of all these files, wherever the checkout lies. */
async function fingerprint(sources: string[]) {
  const hash = createHash("sha256");
  const entries = sources.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }));
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.filter(isSource).sort())
    hash.update(relative(root, file)).update(await readFile(file));
  return hash.digest("hex");
}
