import { join } from "node:path";
import { runningUrl } from "./postgres/running-url.ts";

/**
 * Reads every stored text again by today's rules of redaction: `npm run redact` tells what they would take out, `npm run
 * redact -- --write` takes it out for good. As the owner of the database; without DATABASE_URL of the instance that runs
 * on this DATA_DIR.
 */
const args = process.argv.slice(2);
if (args.some((one) => one !== "--write")) {
  console.error("Usage: npm run redact, or npm run redact -- --write");
  process.exit(1);
}
const { env } = process;
const url = env.DATABASE_URL || (await runningUrl(join(env.DATA_DIR || ".data", "postgres")));
if (!url) {
  console.error("There is no database: start the instance first, or set DATABASE_URL.");
  process.exit(1);
}
env.DATABASE_URL = url;

// Only now, for the settings are read when the first of these is loaded.
const [{ redactAgain }, { connect }] = await Promise.all([
  import("#lib/claims/reports/redact-again"),
  import("#lib/platform/db"),
]);
const write = args.includes("--write");
const owner = connect(url, { max: 1 });
const { found, published } = await redactAgain(owner, { write });
await owner.$disconnect();

for (const [kind, count] of Object.entries(found)) console.log(`${kind.padEnd(16)} ${count}`);
console.log(write ? "Taken out." : "Nothing was changed; with -- --write it is taken out for good.");
if (published.length > 0)
  console.log(`Published, whose notices may show it and are to be corrected: ${published.join(", ")}`);
