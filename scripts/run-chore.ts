import { join } from "node:path";
import { runningUrl } from "./postgres/running-url.ts";

/**
 * Runs once, now, what else happens by the clock: `npm run chore NAME`. Without DATABASE_URL it is the database
 * of the instance that runs on this DATA_DIR.
 */
const [name = ""] = process.argv.slice(2);
const { env } = process;
env.DATABASE_URL ||= (await runningUrl(join(env.DATA_DIR || ".data", "postgres"))) ?? "";

// Only now, for the settings are read when the first of these is loaded.
const [{ byClock }, { db }, { followClockOffset }] = await Promise.all([
  import("#lib/worker"),
  import("#lib/platform/db"),
  import("#lib/platform/clock-offset"),
]);
followClockOffset();
const chore = Object.hasOwn(byClock, name) ? byClock[name] : undefined;
if (!chore) {
  console.error(`Usage: npm run chore NAME\n\n  ${Object.keys(byClock).join("\n  ")}`);
  process.exit(1);
}
if (!env.DATABASE_URL) {
  console.error("There is no database: start the instance first, or set DATABASE_URL.");
  process.exit(1);
}
await chore();
await db.$disconnect();
// What sends jobs keeps its connections.
process.exit();
