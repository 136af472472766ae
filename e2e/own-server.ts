import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startReceiver } from "#lib/distribution/testing/receiver";
import { readLetters, startMailbox } from "#lib/platform/testing/mailbox";
import { startPostgres } from "../scripts/postgres/start-postgres.ts";
import { startTestServer } from "../scripts/test-server.ts";
import { test as base } from "./fixtures.ts";

/** How many hosts receive webhooks. */
const RECEIVERS = 5;

type Receiver = Awaited<ReturnType<typeof startReceiver>>;

type OwnServer = {
  address: string;
  dataDir: string;
  databaseUrl: string;
  /** Receive webhooks in the service's own network, each a host of its own. */
  receivers: [Receiver, ...Receiver[]];
  /** The letters that were sent to an address. */
  letters: (to: string) => ReturnType<typeof readLetters>;
  /** Takes the database away, and gives it back at the same address. */
  database: { stop(): Promise<void>; start(): Promise<void> };
};

/** For what changes the service for everybody: a server and a database of its own, one for all such journeys. */
export const test = base.extend<object, { server: OwnServer }>({
  server: [
    async ({ browserName: _ }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), "bianzhen-own-"));
      await chmod(dataDir, 0o711); // The user that PostgreSQL runs as passes through it.
      const cluster = join(dataDir, "postgres");
      let postgres = await startPostgres(cluster);
      const { url: databaseUrl } = postgres;
      const receivers: OwnServer["receivers"] = [await startReceiver()];
      while (receivers.length < RECEIVERS) receivers.push(await startReceiver());
      const letters = join(dataDir, "letters");
      const mailbox = await startMailbox(letters);
      const web = await startTestServer(join(dataDir, "server"), process.env, {
        DATABASE_URL: databaseUrl,
        WEBHOOK_OWN: receivers.map(({ host }) => host).join(","),
        SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
      });
      await use({
        address: web.env.BASE_URL,
        dataDir: join(dataDir, "server"),
        databaseUrl,
        receivers,
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
