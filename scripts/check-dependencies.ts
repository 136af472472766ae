import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const folders = ["app", "components", "lib", "prisma", "scripts", "e2e"];
const least = 50;

const options = await extractDepcruiseOptions("./.dependency-cruiser.cjs");
const { output } = await cruise(folders, options, undefined, { tsConfig: extractTSConfig("tsconfig.json") });
if (typeof output === "string") throw new Error("dependency-cruiser answered in words");

for (const { rule, from, to } of output.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);

// With a TypeScript it does not understand, dependency-cruiser reads nothing and finds nothing wrong.
const read = output.modules.filter(({ source }) => !source.includes("node_modules"));
const dependencies = read.flatMap((module) => module.dependencies);
if (read.length < least || dependencies.length < read.length) {
  console.error(`dependency-cruiser read only ${read.length} files with ${dependencies.length} imports`);
  process.exitCode = 1;
}
if (output.summary.error > 0) process.exitCode = 1;
console.log(`${read.length} files, ${dependencies.length} imports, ${output.summary.error} wrong`);
