import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const sources = [
  "prisma/seed/{reference,divisions,topics,members,short-names}.ts",
  "prisma/seed/data/{members,topics,topic-words}.json",
  "lib/reference/divisions.json",
];

/** Stands for all that this release knows of divisions, topics and members, and for how it is stored. */
export async function referenceFingerprint(): Promise<string> {
  const root = join(import.meta.dirname, "../..");
  const hash = createHash("sha256");
  for (const file of globSync(sources, { cwd: root }).sort())
    hash.update(file).update(await readFile(join(root, file)));
  return hash.digest("hex");
}
