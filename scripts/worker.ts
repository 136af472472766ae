import { startWorker } from "#lib/worker";

const stopWorker = await startWorker();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => stopWorker().finally(() => process.exit()));
}
