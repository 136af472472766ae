import { runVisibly } from "./child.ts";

/** What must hold of the sources before anything is tested; the first that does not ends it. */
const checks = [
  ["node_modules/next/dist/bin/next", "typegen"],
  ["node_modules/@biomejs/biome/bin/biome", "check", "."],
  ["node_modules/typescript/bin/tsc", "--noEmit"],
  ["scripts/check-dependencies.ts"],
  ["scripts/check-expressions.ts"],
  ["node_modules/knip/bin/knip.js"],
];

for (const check of checks) {
  const code = await runVisibly(process.execPath, check);
  if (code !== 0) process.exit(code);
}
