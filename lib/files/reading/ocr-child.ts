import { Worker } from "node:worker_threads";
import { SPENT } from "./limits.ts";

// Runs in a process of its own (ocr.ts), so that a crash of the native runtime or a picture that is never done takes
// nothing else down. A thread of it computes; this one measures how much processor time that takes.
const CHECK = 250;

const thread = new Worker(new URL("ocr-thread.ts", import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: 512 },
});
process.on("message", ({ path, processorTime }: { path: string; processorTime: number }) => {
  const before = process.cpuUsage();
  const meter = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    // An exit would tear down what the thread is in the middle of, which looks like a crash.
    if ((user + system) / 1000 > processorTime) process.kill(process.pid, SPENT);
  }, CHECK);
  thread.once("message", (answer) => {
    clearInterval(meter);
    process.send?.(answer);
  });
  thread.postMessage(path);
});
thread.on("error", () => process.exit(1));
// Without its worker nobody listens.
process.on("disconnect", () => process.exit());
