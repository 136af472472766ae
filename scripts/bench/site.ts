import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runNode, startNode, stop } from "../child.ts";

const next = "node_modules/next/dist/bin/next";
const secret = randomBytes(32).toString("hex");
const settings =
  /^(CLOCK_.*|PORT|HOST|DATA_DIR|DATABASE_.*|SITE_.*|DEMO.*|ROLE|SECRET|LOG_LEVEL|TRUSTED_PROXIES|REPORTS_.*)$/;
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)));
const benchEnv = { ...inherited, BENCH: "1", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;

/** A web server of the bench build, with the database that it serves. */
export type Site = { url: string; pid: number; databaseUrl: string; stop(): Promise<void> };

/** Builds the application with the reference routes of app/bench in it. */
export const buildBench = (): Promise<string> => runNode([next, "build"], benchEnv);

/** Starts the web server as production does; with the role `all` it also works off the queue. */
export async function startSite(
  databaseUrl: string,
  port: number,
  role: "web" | "all",
  directory: string,
): Promise<Site> {
  const url = `http://localhost:${port}`;
  const server = startNode([next, "start", "--hostname", "localhost", "--port", String(port)], {
    ...benchEnv,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(directory, "web"),
    SECRET: secret,
    HOST: "localhost",
    PORT: String(port),
    SITE_URL: url,
    DEMO: "0",
    ROLE: role,
    LOG_LEVEL: "warn",
    // All of it comes from one network.
    REPORTS_PER_NETWORK: "999999999",
  });
  while (server.exitCode === null && server.signalCode === null) {
    if (await knows(url)) return { url, pid: server.pid ?? 0, databaseUrl, stop: () => stop(server) };
    await pause(100);
  }
  throw new Error(`The web server at ${url} did not start; see its message above.`);
}

/** Whether the server knows its claims: they are read into memory when it starts, which would disturb a measurement. */
const knows = (url: string): Promise<boolean> =>
  fetch(`${url}/api/v1/match`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: "停水三天是真的吗" }),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
