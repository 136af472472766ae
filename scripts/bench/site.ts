import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startNode, stop } from "../child.ts";
import { freePort } from "../postgres/free-port.ts";
import { benchEnv } from "./bench-env.ts";
import { cpuSeconds } from "./cpu.ts";
import type { Server } from "./rounds.ts";

const secret = randomBytes(32).toString("hex");

/** A web server of the product, with the database that it serves. */
export type Site = Server & { databaseUrl: string; stop(): Promise<void> };

/** Starts the web server as `npm start` does; with the role `all` it also works off the queue. */
export async function startSite(databaseUrl: string, role: "web" | "all", directory: string): Promise<Site> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = startNode(["scripts/web.ts"], {
    ...benchEnv,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(directory, "web"),
    SECRET: secret,
    HOST: "127.0.0.1",
    PORT: String(port),
    SITE_URL: url,
    DEMO: "0",
    ROLE: role,
    LOG_LEVEL: "warn",
    // All of it comes from one network.
    REPORTS_PER_NETWORK: "999999999",
    UPLOAD_MB_PER_NETWORK: "100000000",
    PENDING_UPLOADS_MB: "100000000",
    DECODING_SECONDS_PER_NETWORK: "7200",
  });
  while (server.exitCode === null && server.signalCode === null) {
    if (await knows(url)) break;
    await pause(100);
  }
  const pid = server.pid ?? 0;
  if (server.exitCode !== null || server.signalCode !== null)
    throw new Error(`The web server at ${url} did not start; see its message above.`);
  await calmed(pid);
  return { url, pid, databaseUrl, stop: () => stop(server) };
}

/** Whether the server answers what is known of a claim. */
const knows = (url: string): Promise<boolean> =>
  fetch(`${url}/api/v1/match`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: "停水三天是真的吗" }),
  }).then(
    ({ ok }) => ok,
    () => false,
  );

const CALM = 0.1;

/** The claims are read into memory when it starts, which goes on behind the first answers and would disturb a measurement. */
async function calmed(pid: number): Promise<void> {
  for (let before = cpuSeconds(pid), used = CALM; used >= CALM; ) {
    await pause(1000);
    const after = cpuSeconds(pid);
    [used, before] = [after - before, after];
  }
}
