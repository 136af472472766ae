import { spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { elapsed } from "#lib/platform/clock";
import { maintenanceClient, takeOwnerLock } from "./owner-lock.ts";
import type { RunAs } from "./run-as.ts";

/** A crash is recovered from before the server answers, which takes as long as it takes. */
const readyWithinMs = 600_000;
/** Processes of a killed server may finish a long query before they see that it is gone. */
const leftoversMs = 30_000;

const ownSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  // What happens to the server, but not the errors of statements: these quote what people wrote.
  log_min_messages: "log",
};

export interface Launch {
  postgres: string;
  data: string;
  log: string;
  port: number;
  password: string;
  runAs: RunAs;
  settings: Record<string, string>;
}

/** Starts the server and waits until it answers and is ours. */
export async function launchServer(launch: Launch) {
  const giveUp = elapsed() + leftoversMs;
  while (true) {
    const server = await spawnServer(launch);
    const owner = await connectAsOwner(server, launch);
    if (owner) return { ...server, owner };
    const words = (await readFile(launch.log, "utf8")).trim().split("\n").slice(-5).join("\n");
    if (!words.includes("pre-existing shared memory block") || elapsed() > giveUp) {
      throw new Error(`PostgreSQL did not start; the end of ${launch.log}:\n${words}`);
    }
    await pause(250);
  }
}

/** Apart from the terminal, so that Ctrl-C reaches the server only through its owner. */
async function spawnServer({ postgres, data, port, log, runAs, settings }: Launch) {
  const { prefix, ...user } = runAs;
  const all = { ...ownSettings, ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command = postgres, ...args] = [...prefix, postgres, "-D", data, "-p", String(port), ...flags];
  const output = await open(log, "a", 0o600);
  const child = spawn(command, args, {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
  });
  // Heard from the first moment on: a server that refuses to start is gone before the file is closed.
  const ended = new Promise<void>((resolve) =>
    child.once("error", () => resolve()).once("close", () => resolve()),
  );
  await output.close();
  return { child, ended };
}

/** Takes the owner lock as soon as the server answers; null when it ends before. */
async function connectAsOwner({ child, ended }: Awaited<ReturnType<typeof spawnServer>>, launch: Launch) {
  let alive = true;
  const end = ended.then(() => {
    alive = false;
  });
  const deadline = elapsed() + readyWithinMs;
  while (alive && elapsed() < deadline) {
    const owner = maintenanceClient(launch.port, launch.password);
    try {
      await owner.connect();
      if (await takeOwnerLock(owner)) return owner;
    } catch {
      // Not yet: it starts up or recovers.
    }
    await owner.end().catch(() => {});
    await Promise.race([pause(50), end]);
  }
  child.kill("SIGINT");
  return null;
}
