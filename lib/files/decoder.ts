import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { minutes } from "#lib/platform/clock";
import { AppError } from "#lib/platform/errors";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import type { Decoded } from "./decode-picture.ts";

/** What one picture may take, and how often that is looked at; a telephone's largest takes two seconds and 300 MB. */
const limits = { milliseconds: 30_000, bytes: 1_500_000_000, check: 50 };
/** Nobody keeps a process for pictures that do not come. */
const IDLE = minutes(1);

type Decoder = { child: ChildProcess; rest?: NodeJS.Timeout; isSpent?: boolean };

const decoders = once("decoders of pictures", (): { idle: Decoder[] } => ({ idle: [] }));

/**
 * Makes the clean copy of a stranger's picture in a process that knows nothing of us: it has no settings, and is killed when
 * it takes more time or memory than any picture needs. One that dies of a picture says that this cannot be read.
 * @throws AppError BUSY where somebody else killed it: that is no fault of the picture
 */
export async function decodeApart(
  source: string,
  mediaType: string,
  target: string,
  { milliseconds, bytes }: { milliseconds: number; bytes: number } = limits,
): Promise<Decoded> {
  const decoder = decoders.idle.pop() ?? start();
  clearTimeout(decoder.rest);
  const { child } = decoder;
  const answered = new Promise<Decoded | "died" | "killed">((done) => {
    child.once("message", (answer) => done(answer as Decoded));
    child.once("exit", (_, signal) => done(fromOutside.has(signal) && !decoder.isSpent ? "killed" : "died"));
    // It could not be started, or is gone already.
    child.once("error", () => done("killed"));
  });
  const tooLong = setTimeout(() => end(decoder, "it takes too long"), milliseconds);
  const watch = setInterval(async () => {
    if ((await memoryOf(child)) > bytes) end(decoder, "it takes too much memory");
  }, limits.check);
  child.send([source, mediaType, target]);
  const answer = await answered;
  clearTimeout(tooLong);
  clearInterval(watch);
  for (const event of ["message", "exit", "error"]) child.removeAllListeners(event);
  if (answer === "killed") throw new AppError("BUSY", [], { "Retry-After": "5" });
  if (answer === "died") return { ok: false, reason: "unreadable" };
  rest(decoder);
  return answer;
}

/** How a process ends that does not die of what it does. */
const fromOutside: ReadonlySet<NodeJS.Signals | null> = new Set(["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"]);

function start(): Decoder {
  // From its file and not from a bundle.
  const child = fork(/* turbopackIgnore: true */ resolve("lib/files/decoder-child.ts"), {
    env: {} as NodeJS.ProcessEnv,
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return { child };
}

function end(decoder: Decoder, why: string): void {
  log.warn({ why }, "a decoder of pictures was ended");
  decoder.isSpent = true;
  decoder.child.kill("SIGKILL");
}

/** Waits for the next picture; nobody waits for it. */
function rest(decoder: Decoder): void {
  const { child } = decoder;
  const forget = () => {
    decoders.idle = decoders.idle.filter((one) => one !== decoder);
    child.kill("SIGKILL");
  };
  child.once("exit", forget).once("error", forget);
  child.unref();
  child.channel?.unref();
  decoder.rest = setTimeout(forget, IDLE).unref();
  decoders.idle.push(decoder);
}

const PAGE = 4_096;

/** The memory that a process has just now, in bytes; 0 where the system does not tell. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const said = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(said.split(" ")[1] ?? 0) * PAGE;
}
