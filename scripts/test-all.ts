import { rm } from "node:fs/promises";
import { join } from "node:path";
import { runVisibly } from "./child.ts";
import { findChromium } from "./chromium.ts";
import { findFonts } from "./fonts.ts";
import { makeScratch } from "./scratch.ts";
import { seconds } from "./step.ts";
import { readReport, type TestCount } from "./test-report.ts";
import { startTestServer } from "./test-server.ts";

const [part = "all", ...files] = process.argv.slice(2);
if (!["all", "check", "unit", "e2e"].includes(part)) {
  console.error("Usage: npm test, or one part of it: npm test -- check, unit [files] or e2e [files]");
  process.exit(1);
}

const started = Date.now();
const total: TestCount = { passed: 0, failed: 0, failures: [] };
const summary: string[] = [];

const scratch = await makeScratch();
const env: NodeJS.ProcessEnv = { ...process.env, TMPDIR: scratch };

const cleanUps = [() => rm(scratch, { recursive: true, force: true, maxRetries: 5 })];
let cleaning: Promise<void> | undefined;
function cleanUp() {
  cleaning ??= (async () => {
    for (const clean of cleanUps) await clean();
  })();
  return cleaning;
}
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => cleanUp().finally(() => process.exit(130)));
}

if (part === "all" || part === "check") {
  await stage("check", () => must("npm", ["run", "--silent", "check"]));
  await stage("migrations", () => must(process.execPath, ["scripts/migration.ts", "--check"]));
}
if (part !== "check") await stage("fonts", fonts);
if (part === "all" || part === "unit") await stage("unit and integration", unit);
if (part === "all" || part === "e2e") await stage("end to end", endToEnd);
await cleanUp();

console.log(["", ...summary, `${"total".padEnd(22)} ${seconds(started).padStart(9)}`, ""].join("\n"));
// Last, so that whoever sees only the end of the output reads what failed.
if (total.failures.length > 0) console.log(`Failed:\n\n${total.failures.join("\n\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs a stage and goes on when it fails; a failure that is not a test's counts as one failed test. */
async function stage(name: string, work: () => Promise<TestCount>) {
  if (cleaning) return;
  const since = Date.now();
  console.log(`\n── ${name}`);
  const count = await work().catch((error) => {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(reason);
    return { passed: 0, failed: 1, failures: [`${name}: ${reason}`] };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  total.failures.push(...count.failures);
  const verdict = count.failed > 0 ? "FAILED" : "ok";
  summary.push(`${name.padEnd(22)} ${seconds(since).padStart(9)}  ${verdict}`);
}

/** Before any test: those of pictures want them as much as the browser does. */
async function fonts() {
  findFonts();
  return { passed: 0, failed: 0, failures: [] };
}

async function must(command: string, args: string[]) {
  if ((await runVisibly(command, args, env)) === 0) return { passed: 0, failed: 0, failures: [] };
  return { passed: 0, failed: 1, failures: [[command, ...args].join(" ")] };
}

function unit() {
  return runTests(["node_modules/vitest/vitest.mjs", "run", ...files], env);
}

async function endToEnd() {
  const CHROMIUM_PATH = await findChromium();
  const server = await startTestServer(join(scratch, "server"), env);
  cleanUps.unshift(server.stop);
  const playwright = ["node_modules/@playwright/test/cli.js", "test", ...files];
  return await runTests(playwright, { ...server.env, CHROMIUM_PATH });
}

async function runTests(args: string[], testEnv: NodeJS.ProcessEnv) {
  const TEST_REPORT = join(scratch, "report.json");
  const code = await runVisibly(process.execPath, args, { ...testEnv, TEST_REPORT });
  const count = await readReport(TEST_REPORT);
  await rm(TEST_REPORT, { force: true });
  if (code === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, failures: [`${args.join(" ")} ended with ${code}`] };
}
