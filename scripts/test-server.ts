import { once } from "node:events";
import { z } from "zod";
import { freePort } from "#lib/platform/postgres/free-port";
import { startNode, stop } from "./child.ts";

const readySchema = z.object({ databaseUrl: z.string() });
const settings = /^(PORT|HOST|DATA_DIR|DATABASE_.*|SITE_.*|DEMO.*|ROLE|SECRET|LOG_LEVEL)$/;

/** The production server with demo content, on loopback and in a directory of its own. */
export async function startTestServer(dataDir: string, outer: NodeJS.ProcessEnv) {
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
