import { spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { elapsed } from "#lib/platform/clock";
import { teachPassword } from "./owner.ts";
import { isRefusal, maintenanceClient, takeOwnerLock } from "./owner-lock.ts";
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
  signal: AbortSignal | undefined;
}

/** Starts the server and waits until it answers and is ours. */
export async function launchServer(launch: Launch) {
  const giveUp = elapsed() + leftoversMs;
  for (let isTaught = false; ; ) {
    const said = await wordsIn(launch.log);
    const server = await spawnServer(launch);
    const owner = await connectAsOwner(server, launch);
    if (owner === "refused" && !isTaught) {
      await teachPassword(launch, launch.password);
      isTaught = true;
      continue;
    }
    if (owner && owner !== "refused") return { ...server, owner };
    launch.signal?.throwIfAborted();
    const words = (await wordsIn(launch.log)).slice(said.length);
    if (!words.includes("pre-existing shared memory block") || elapsed() > giveUp) {
      throw new Error(`PostgreSQL did not start: ${complaintOf(words)} (${launch.log})`);
    }
    await pause(250);
  }
}

const wordsIn = (log: string) => readFile(log, "utf8").catch(() => "");

/** What a server said of its end, in one line: its complaint with what it adds to that, else its last words. */
function complaintOf(words: string): string {
  const lines = words.split("\n").filter((line) => line.trim());
  const complaints = lines.filter((line) => /\b(FATAL|PANIC|DETAIL|HINT): /.test(line));
  const told = complaints.length > 0 ? complaints.slice(0, 3) : lines.slice(-1);
  const said = told.map((line) => line.replace(/^.* (FATAL|PANIC|DETAIL|HINT|LOG): +/, "").trim());
  return said.join(" · ") || "it said nothing";
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

/** Takes the owner lock as soon as the server answers; null when it ends before, "refused" when it does not take the password. */
async function connectAsOwner({ child, ended }: Awaited<ReturnType<typeof spawnServer>>, launch: Launch) {
  let alive = true;
  const end = ended.then(() => {
    alive = false;
  });
  const deadline = elapsed() + readyWithinMs;
  let refused = false;
  while (alive && !refused && !launch.signal?.aborted && elapsed() < deadline) {
    const owner = maintenanceClient(launch.port, launch.password);
    try {
      await owner.connect();
      if (await takeOwnerLock(owner)) return owner;
    } catch (error) {
      // Else not yet: it starts up or recovers.
      refused = isRefusal(error);
    }
    await owner.end().catch(() => {});
    await Promise.race([pause(50), end]);
  }
  child.kill("SIGINT");
  await ended;
  return refused ? "refused" : null;
}
