import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { startNode, stop } from "./child.ts";
import { freePort } from "./postgres/free-port.ts";

const readySchema = z.object({ databaseUrl: z.string() });
const settings =
  /^(CLOCK_.*|PORT|HOST|DATA_DIR|DATABASE_.*|DISK_.*|SITE_.*|DEMO.*|ROLE|SECRET|LOG_LEVEL|METRICS_TOKEN|WEBHOOK_OWN|TRUSTED_PROXIES|REPORTS_.*|SMTP_URL|MAILBOX|MAIL_.*|PUSH_.*)$/;

/** The production server with demo content, on loopback and in a directory of its own. */
export async function startTestServer(
  dataDir: string,
  outer: NodeJS.ProcessEnv,
  more: Readonly<Record<string, string>> = {},
) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const inherited = Object.entries(outer).filter(([name]) => !settings.test(name));
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(inherited),
    NODE_ENV: "production",
    TZ: "Asia/Kathmandu",
    HOST: "127.0.0.1",
    PORT: String(port),
    SITE_URL: address,
    DATA_DIR: dataDir,
    DEMO: "1",
    LOG_LEVEL: "warn",
    // The tests stand for many networks (e2e/fixtures.ts).
    TRUSTED_PROXIES: "1",
    // Where the tests' mail server listens (e2e/mail-server.ts) and keeps what it was given.
    SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
    MAIL_FROM: "辨真 <desk@bianzhen.example>",
    MAILBOX: join(dataDir, "mailbox"),
    PUSH_TO_LOOPBACK: "1",
    ...more,
  };
  const server = startNode(["scripts/serve.ts"], env);
  const message = await Promise.race([
    once(server, "message").then(([words]) => readySchema.parse(words)),
    once(server, "exit").then(() => null),
  ]);
  if (!message) throw new Error("The server did not start; see its message above.");
  return {
    env: { ...env, BASE_URL: address, DATABASE_URL: message.databaseUrl },
    stop: () => stop(server, 30_000),
  };
}
