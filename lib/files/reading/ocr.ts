import { type ChildProcess, fork } from "node:child_process";
import { once as heard } from "node:events";
import { resolve } from "node:path";
import pLimit from "p-limit";
import { once } from "#lib/platform/once";
import { z } from "#lib/platform/validation";

const point = z.tuple([z.number(), z.number()]);
const linesSchema = z.array(
  z.object({ text: z.string(), mean: z.number(), box: z.tuple([point, point, point, point]) }),
);

/** A line of words in a picture, where it stands, and how sure the reader is (0–1). */
export type Line = {
  text: string;
  sure: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
};

/** A picture may take this long; the process is then ended, whatever it is doing. */
const TIME_LIMIT = 30_000;
/** The models need some hundred megabytes, which nobody keeps for pictures that do not come. */
const IDLE = 60_000;

/** The process that reads, and when it is ended because nothing is to be read. */
const reader = once("reader of pictures", (): { child?: ChildProcess; idle?: NodeJS.Timeout } => ({}));

/** One picture at a time: the machine has other work. */
const inTurn = once("reading of pictures", () => pLimit(1));

/** Reads the words in the picture of a file; rejects when the reading process crashes or is not done in time. */
export const readLines = (path: string): Promise<Line[]> => inTurn(() => ask(path));

/** Ends the reading process; the next picture starts another one. */
export function stopReading(): void {
  clearTimeout(reader.idle);
  reader.child?.kill("SIGKILL");
  delete reader.child;
}

/** The process that reads just now, for tests that end it. */
export const readingProcess = (): number | undefined => reader.child?.pid;

async function ask(path: string): Promise<Line[]> {
  clearTimeout(reader.idle);
  reader.child ??= start();
  const asked = reader.child;
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(TIME_LIMIT)]);
  try {
    const crash = heard(asked, "exit", { signal }).then(() => {
      throw new Error("the reading of a picture ended without an answer");
    });
    asked.send({ path });
    const [lines] = await Promise.race([heard(asked, "message", { signal }), crash]);
    return linesSchema.parse(lines).map(toLine);
  } catch (error) {
    // What it is still doing is of no use.
    if (reader.child === asked) stopReading();
    throw error;
  } finally {
    done.abort();
    reader.idle = setTimeout(stopReading, IDLE).unref();
  }
}

function start(): ChildProcess {
  // From its file and not from a bundle; its own memory for JavaScript is bounded, its input by what it is given.
  const started = fork(/* turbopackIgnore: true */ resolve("lib/files/reading/ocr-child.ts"), {
    execArgv: ["--max-old-space-size=512"],
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

function toLine({ text, mean, box }: z.infer<typeof linesSchema>[number]): Line {
  const [xs, ys] = [box.map(([x]) => x), box.map(([, y]) => y)];
  return {
    text,
    sure: mean,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
