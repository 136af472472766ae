import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildWeb } from "./build.ts";
import { settle } from "./faults/accounts.ts";
import { startCitizens } from "./faults/citizens.ts";
import { kill, victims } from "./faults/victims.ts";
import { startTestServer } from "./test-server.ts";

// Kills the web server, the database, or both, again and again, while citizens report; then compares what they were told with what
// is stored. Usage: npm run faults -- [--rounds 200]
const { values } = parseArgs({ options: { rounds: { type: "string", default: "200" } } });
const rounds = Number(values.rounds);

/** How many report at once, and how long they are left alone before the next blow, in milliseconds. */
const [citizens, least, most] = [8, 200, 1_500];

await buildWeb();
const scratch = await mkdtemp(join(tmpdir(), "bianzhen-faults-"));
await chmod(scratch, 0o711); // The user that PostgreSQL runs as passes through it.
const dataDir = join(scratch, "data");
const server = await startTestServer(dataDir, process.env, {
  DEMO: "0",
  LOG_LEVEL: "silent",
  REPORTS_PER_NETWORK: "999999999",
  UPLOAD_MB_PER_NETWORK: "100000000",
  PENDING_UPLOADS_MB: "100000000",
  DECODING_SECONDS_PER_NETWORK: "7200",
});
const { BASE_URL: url, DATABASE_URL: databaseUrl } = server.env;

const { ledger, stop } = startCitizens(url, citizens);
const waits: number[] = [];
for (let round = 0; round < rounds; round++) {
  await pause(least + Math.random() * (most - least));
  const before = ledger.length;
  const started = performance.now();
  await kill(victims[round % victims.length] ?? "both", dataDir);
  // It is back when somebody was answered again.
  while (ledger.length === before) await pause(20);
  waits.push(performance.now() - started);
}
await stop();
const account = await settle(databaseUrl, dataDir, ledger);
await server.stop();
await rm(scratch, { recursive: true, force: true, maxRetries: 5 });

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
const sorted = waits.toSorted((one, other) => one - other);
const [half = 0, longest = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
console.log(
  `${rounds} rounds; answered again after ${seconds(half)} s (half of them), ${seconds(longest)} s at most`,
);
console.table(account);
const { acknowledged, ...faults } = account;
const isWhole = acknowledged > 0 && Object.values(faults).every((count) => count === 0);
console.log(isWhole ? "nothing was lost, nothing doubled" : "SOMETHING WAS LOST OR DOUBLED");
process.exit(isWhole ? 0 : 1);
