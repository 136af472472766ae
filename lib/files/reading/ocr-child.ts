import { Worker } from "node:worker_threads";
import { SPENT } from "./limits.ts";

// Runs in a process of its own (ocr.ts), so that a crash of the native runtime or a picture that is never done takes
// nothing else down. A thread of it computes; this one measures how much processor time that takes.
const CHECK = 250;

const thread = new Worker(new URL("ocr-thread.ts", import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: 512 },
});
let asked: { before: NodeJS.CpuUsage; processorTime: number } | undefined;

process.on("message", ({ path, processorTime }: { path: string; processorTime: number }) => {
  asked = { before: process.cpuUsage(), processorTime };
  thread.postMessage(path);
});
thread.on("message", (answer) => {
  asked = undefined;
  process.send?.(answer);
});
thread.on("error", () => process.exit(1));
setInterval(() => {
  if (!asked) return;
  const { user, system } = process.cpuUsage(asked.before);
  if ((user + system) / 1000 > asked.processorTime) process.exit(SPENT);
}, CHECK);
// Without its worker nobody listens.
process.on("disconnect", () => process.exit());
