import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startReceiver } from "#lib/distribution/testing/receiver";
import { readLetters, startMailbox } from "#lib/platform/testing/mailbox";
import { startPostgres } from "../scripts/postgres/start-postgres.ts";
import { startTestServer } from "../scripts/test-server.ts";
import { test as base } from "./fixtures.ts";

/** How many hosts receive webhooks: each journey takes its own, for a host belongs to the member that named it. */
const RECEIVERS = 12;

type Receiver = Awaited<ReturnType<typeof startReceiver>>;

type OwnServer = {
  address: string;
  dataDir: string;
  databaseUrl: string;
  /** Moves the clock of the server, and of what is run beside it (`runChore`). */
  moveClock: (milliseconds: number) => Promise<void>;
  /** Does at once what the worker does by the clock. */
  runChore: (name: string) => Promise<void>;
  /** Gives out what receives webhooks in the service's own network, each at a host of its own. */
  takeReceiver: () => Receiver;
  /** The letters that were sent to an address. */
  letters: (to: string) => ReturnType<typeof readLetters>;
  /** Takes the database away, and gives it back at the same address. */
  database: { stop(): Promise<void>; start(): Promise<void> };
};

/**
 * For what changes the service for everybody: a server and a database of its own, one for all such journeys. What they use of the
 * product they load when the server is there.
 */
export const test = base.extend<object, { server: OwnServer }>({
  server: [
    async ({ browserName: _ }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), "bianzhen-own-"));
      await chmod(dataDir, 0o711); // The user that PostgreSQL runs as passes through it.
      const cluster = join(dataDir, "postgres");
      let postgres = await startPostgres(cluster);
      const { url: databaseUrl } = postgres;
      const receivers = await Promise.all(Array.from({ length: RECEIVERS }, startReceiver));
      let taken = 0;
      const letters = join(dataDir, "letters");
      const clock = join(dataDir, "clock");
      const mailbox = await startMailbox(letters);
      const web = await startTestServer(join(dataDir, "server"), process.env, {
        DATABASE_URL: databaseUrl,
        CLOCK_OFFSET_FILE: clock,
        WEBHOOK_OWN: receivers.map(({ host }) => host).join(","),
        SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
      });
      // What the tests use of the product reads its settings once, when the first of it is loaded.
      Object.assign(process.env, {
        DATABASE_URL: databaseUrl,
        DATA_DIR: join(dataDir, "server"),
        SITE_URL: web.env.BASE_URL,
      });
      await use({
        address: web.env.BASE_URL,
        dataDir: join(dataDir, "server"),
        databaseUrl,
        moveClock: (milliseconds) => writeFile(clock, String(milliseconds)),
        runChore: async (name) => {
          await promisify(execFile)(process.execPath, ["scripts/run-chore.ts", name], { env: web.env });
        },
        takeReceiver: () => {
          const receiver = receivers[taken++];
          if (!receiver) throw new Error("there are too few receivers");
          return receiver;
        },
        letters: (to) => readLetters(letters, to),
        database: {
          stop: () => postgres.stop(),
          start: async () => {
            postgres = await startPostgres(cluster, { port: Number(new URL(databaseUrl).port) });
          },
        },
      });
      await web.stop();
      for (const receiver of receivers) await receiver.stop();
      await mailbox.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: "worker", timeout: 600_000 },
  ],
  baseURL: ({ server }, use) => use(server.address),
  dataDir: ({ server }, use) => use(server.dataDir),
});
