import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import pLimit from "p-limit";
import { after, now } from "#lib/platform/clock";
import { once } from "#lib/platform/once";
import { z } from "#lib/platform/validation";
import { IDLE, PATIENCE, PROCESSOR_TIME, SPENT } from "./limits.ts";
import type { Sheet } from "./sheet.ts";

const lineSchema = z.object({
  text: z.string(),
  sure: z.array(z.number()),
  left: z.number(),
  right: z.number(),
  top: z.number(),
  bottom: z.number(),
  isFramed: z.boolean(),
});
const answerSchema = z.union([
  z.object({ sheet: z.object({ width: z.number(), height: z.number(), lines: z.array(lineSchema) }) }),
  z.object({ fault: z.string() }),
]);

/** A picture that cannot be read is one for good; what is rejected may be tried again. */
export type SheetOutcome = { ok: true; sheet: Sheet } | { ok: false; reason: string };

/** How a process ends of whose own doing it is: that it crashed is the picture's fault once it happens again. */
const CRASHES: readonly (NodeJS.Signals | null)[] = [
  null,
  "SIGSEGV",
  "SIGABRT",
  "SIGBUS",
  "SIGILL",
  "SIGFPE",
  "SIGTRAP",
];
const TRIES = 2;
const CHECK = 500;

/** The process that reads, and when it is ended because nothing is to be read. */
const reader = once("reader of pictures", (): { child?: ChildProcess; idle?: NodeJS.Timeout } => ({}));

/** One picture at a time: the machine has other work. */
const inTurn = once("reading of pictures", () => pLimit(1));

/**
 * Reads the words in the picture of a file. It is given up when it cannot be decoded, takes too much processor time or
 * crashes its reader twice.
 * @throws when the reader was ended from outside, or does not answer: however busy the machine is, that is no fault of a picture
 */
export const readWords = (path: string, processorTime = PROCESSOR_TIME): Promise<SheetOutcome> =>
  inTurn(() => tryToRead({ path, processorTime }));

/** Ends the reading process; the next picture starts another one. */
export function stopReading(): void {
  clearTimeout(reader.idle);
  reader.child?.kill("SIGKILL");
  delete reader.child;
}

/** The process that reads just now, for tests that end or stop it. */
export const readingProcess = (): number | undefined => reader.child?.pid;

type Asked = { path: string; processorTime: number };

async function tryToRead(picture: Asked): Promise<SheetOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask(picture);
    if (typeof answer === "object") return answer;
    if (attempt === TRIES) return { ok: false, reason: "its reader crashes" };
  }
}

async function ask(picture: Asked): Promise<SheetOutcome | "crashed"> {
  clearTimeout(reader.idle);
  reader.child ??= start();
  const asked = reader.child;
  try {
    return await answerOf(asked, picture);
  } catch (error) {
    // What it is still doing is of no use.
    if (reader.child === asked) stopReading();
    throw error;
  } finally {
    reader.idle = setTimeout(stopReading, IDLE).unref();
  }
}

function answerOf(asked: ChildProcess, picture: Asked): Promise<SheetOutcome | "crashed"> {
  const { promise, resolve: tell, reject } = Promise.withResolvers<SheetOutcome | "crashed">();
  const hear = (message: unknown) => {
    const answer = answerSchema.safeParse(message);
    if (!answer.success) reject(answer.error);
    else if ("sheet" in answer.data) tell({ ok: true, sheet: answer.data.sheet });
    else tell({ ok: false, reason: answer.data.fault });
  };
  const end = (_: number | null, signal: NodeJS.Signals | null) => {
    if (signal === SPENT) tell({ ok: false, reason: "it takes too much processor time" });
    else if (CRASHES.includes(signal)) tell("crashed");
    else reject(new Error(`the reading of a picture was ended by ${signal}`));
  };
  const until = after(now(), PATIENCE);
  const patience = setInterval(() => {
    if (now() > until) reject(new Error("the reading of a picture has to wait for a less busy time"));
  }, CHECK);
  asked.once("message", hear).once("exit", end);
  asked.send(picture, (error) => {
    if (error) reject(error);
  });
  return promise.finally(() => {
    clearInterval(patience);
    asked.off("message", hear).off("exit", end);
  });
}

function start(): ChildProcess {
  // From its file and not from a bundle; the memory of its thread is bounded, its input by what it is given.
  const started = fork(/* turbopackIgnore: true */ resolve("lib/files/reading/ocr-child.ts"), {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  started.on("error", () => {});
  started.on("exit", () => {
    if (reader.child === started) delete reader.child;
  });
  started.unref();
  started.channel?.unref();
  return started;
}
