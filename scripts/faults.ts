import { once } from "node:events";
import { rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startMailbox } from "#lib/platform/testing/mailbox";
import { buildWeb } from "./build.ts";
import { startNode } from "./child.ts";
import { settle } from "./faults/accounts.ts";
import { blows, strike } from "./faults/blows.ts";
import { startCitizens } from "./faults/citizens.ts";
import { mountDisk, unmountDisk } from "./faults/disk.ts";
import { startTestServer } from "./test-server.ts";

// Kills the web server, the database, both, or a second web server beside them, or fills their disk, again and again, while
// citizens report and readers follow; then compares what they were told with what is stored and what was sent.
// Usage: npm run faults -- [--rounds 200]
const { values } = parseArgs({ options: { rounds: { type: "string", default: "200" } } });
const rounds = Number(values.rounds);

/** How many report at once, and how long they are left alone before the next blow, in milliseconds. */
const [citizens, least, most] = [8, 200, 1_500];

await buildWeb();
const scratch = await mkdtemp(join(tmpdir(), "bianzhen-faults-"));
await chmod(scratch, 0o711); // The user that PostgreSQL runs as passes through it.
const disk = join(scratch, "disk");
await mkdir(disk, { mode: 0o711 });
const hasDisk = await mountDisk(disk);
// Whoever interrupts it leaves no disk behind either.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
process.once("exit", () => {
  if (hasDisk) unmountDisk(disk);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});
if (!hasDisk) console.log("No disk of its own can be had here: it is not filled.");
const [dataDir, otherDir, mailbox] = [join(disk, "data"), join(disk, "other"), join(scratch, "mailbox")];
const { port, stop: stopMailbox } = await startMailbox(mailbox);
const settings = {
  DEMO: "0",
  LOG_LEVEL: "silent",
  DISK_RESERVE_MB: "64",
  REPORTS_PER_NETWORK: "999999999",
  UPLOAD_MB_PER_NETWORK: "100000000",
  PENDING_UPLOADS_MB: "100000000",
  DECODING_SECONDS_PER_NETWORK: "7200",
  SMTP_URL: `smtp://127.0.0.1:${port}`,
};
const server = await startTestServer(dataDir, process.env, settings);
const { BASE_URL: url, DATABASE_URL: databaseUrl } = server.env;
const SECRET = await readFile(join(dataDir, "secret"), "utf8");
// It only serves: what works off needs the files, which lie in one place.
const beside = { ...settings, DATABASE_URL: databaseUrl, SECRET, ROLE: "web" };
const other = await startTestServer(otherDir, process.env, beside);

const readers: string[] = [];
const reading = startNode(["scripts/faults/readers.ts"], { ...server.env, ...beside });
await once(reading, "message");
reading.on("message", ({ email }: { email: string }) => readers.push(email));
const { ledger, stop } = startCitizens({ url, other: other.env.BASE_URL }, citizens);
const waits: number[] = [];
const struck = { dataDir, otherDir, disk: hasDisk ? disk : null, url };
for (let round = 0; round < rounds; round++) {
  await pause(least + Math.random() * (most - least));
  await strike(blows[round % blows.length] ?? "both", struck);
  const [before, started] = [ledger.length, performance.now()];
  // It is back when each server has answered somebody again.
  while (new Set(ledger.slice(before).map((one) => one.server)).size < 2) await pause(20);
  waits.push(performance.now() - started);
}
reading.send("stop");
await Promise.all([stop(), once(reading, "exit")]);
const account = await settle(databaseUrl, dataDir, { reports: ledger, readers, mailbox });
await other.stop();
await server.stop();
await stopMailbox();

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
console.log(`${rounds} rounds${hasDisk ? "" : ", none with a full disk"}; answered again after a blow:`);
console.table(
  Object.fromEntries(
    blows.map((blow, at) => {
      const those = waits.filter((_, round) => round % blows.length === at).sort((a, b) => a - b);
      const [half = 0, longest = 0] = [those[Math.floor(those.length / 2)], those.at(-1)];
      return [blow, { rounds: those.length, "half within": seconds(half), "all within": seconds(longest) }];
    }),
  ),
);
console.table(account);
const { acknowledged, lettersAcknowledged, lettersRepeated: _, ...faults } = account;
const isWhole =
  acknowledged > 0 && lettersAcknowledged > 0 && Object.values(faults).every((count) => count === 0);
console.log(isWhole ? "nothing was lost, nothing doubled" : "SOMETHING WAS LOST OR DOUBLED");
process.exit(isWhole ? 0 : 1);
