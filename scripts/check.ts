import { runNode } from "./child.ts";

/** What must hold of the sources before anything is tested, after the types of the routes are written. */
const first = ["node_modules/next/dist/bin/next", "typegen"];
/** Side by side, for trying the expressions takes as long as all the rest. */
const lanes = [
  [["scripts/check-expressions.ts"]],
  [
    ["node_modules/typescript-native/bin/tsc", "--noEmit"],
    ["node_modules/@biomejs/biome/bin/biome", "check", "."],
    ["scripts/check-dependencies.ts"],
    ["node_modules/knip/bin/knip.js"],
  ],
];

const held = (await runAll([first])) && (await Promise.all(lanes.map(runAll))).every(Boolean);
process.exit(held ? 0 : 1);

/** Runs checks one after the other, and says what each found; the first that finds something ends them. */
async function runAll(checks: readonly (readonly string[])[]): Promise<boolean> {
  for (const check of checks) {
    try {
      const words = await runNode(check);
      if (words) console.log(words);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return false;
    }
  }
  return true;
}
