import { lineOf, Refusal } from "./refusal.ts";

/** Runs a command to its end: 0, or 1 with one line that says why. Ctrl-C ends it as a failure does, with nothing left behind. */
export async function run(work: (signal: AbortSignal) => Promise<string[]>): Promise<never> {
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => stopping.abort(new Refusal("Stopped: nothing was kept of it.")));
  try {
    console.log((await work(stopping.signal)).join("\n"));
    process.exit(0);
  } catch (error) {
    console.error(lineOf(error));
    process.exit(1);
  }
}
